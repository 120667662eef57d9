using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Platform.Audit;

/// <summary>
/// Hangs new entries on the chain of one store, in order, one process at a time. Were the change itself to do it,
/// every commit of a service would wait for the one before it.
/// </summary>
internal sealed class AuditSealer(Type storeType, IServiceScopeFactory scopes)
{
    private const int BatchSize = 500;

    /// <returns>The entry that the chain now ends with, when it has grown; else null.</returns>
    public async Task<AuditEntry?> SealAsync(CancellationToken cancellationToken)
    {
        AuditEntry? head = null;
        while (await SealBatchAsync(cancellationToken) is [.., var last])
            head = last;
        return head;
    }

    private async Task<List<AuditEntry>> SealBatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = (ServiceStore)scope.ServiceProvider.GetRequiredService(storeType);
        // Mostly there is nothing to do: that is seen without a turn at writing.
        if (!await store.AuditEntries.AnyAsync(entry => entry.Position == null, cancellationToken))
            return [];

        List<AuditEntry> batch = [];
        await store.InTransactionAsync(
            async () =>
            {
                if (!store.IsSqlite)
                    await store.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({"audit:" + store.Schema}))", cancellationToken);
                var last = await store.AuditEntries.AsNoTracking().Where(entry => entry.Position != null).OrderByDescending(entry => entry.Position).FirstOrDefaultAsync(cancellationToken);
                batch = await store.AuditEntries.Where(entry => entry.Position == null).OrderBy(entry => entry.Number).Take(BatchSize).ToListAsync(cancellationToken);
                var (position, hash) = (last?.Position ?? 0, last?.Hash ?? AuditChain.Beginning(store.Schema));
                foreach (var entry in batch)
                {
                    entry.Seal(++position, hash);
                    hash = entry.Hash!;
                }
            },
            cancellationToken);
        return batch;
    }
}
