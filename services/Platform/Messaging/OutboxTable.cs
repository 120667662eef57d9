using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Platform.Messaging;

/// <summary>A row that is done with: delivered, or given up with a reason.</summary>
internal readonly record struct Settled(long Sequence, string? Failure);

/// <summary>Reads and clears the outbox of one store.</summary>
internal sealed class OutboxTable(Type storeType, IServiceScopeFactory scopes)
{
    private const int PageSize = 500;

    // Longer than anybody holds a row: whoever wrote so had a clock that was ahead.
    private static readonly TimeSpan Unbelievable = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Takes up rows that nobody holds, those that were given up a while ago among them, and those that a clock far ahead
    /// has marked as held: at worst the message comes twice. With
    /// <paramref name="evenIfHeld"/> those that an earlier run held are taken too.
    /// </summary>
    public async Task ClaimAsync(DateTimeOffset now, bool evenIfHeld, Action<IEnumerable<OutboxMessage>> take, CancellationToken cancellationToken)
    {
        var last = 0L;
        List<OutboxMessage> page;
        do
        {
            page = await ClaimAsync(now, evenIfHeld, last, cancellationToken);
            take(page);
            last = page is [.., var newest] ? newest.Sequence : last;
        }
        while (page.Count == PageSize);
    }

    /// <summary>
    /// Deletes what was delivered, or marks it as kept; marks what was given up and leaves it alone until
    /// <paramref name="retryAt"/>.
    /// </summary>
    public async Task SettleAsync(IReadOnlyCollection<Settled> settled, bool keep, DateTimeOffset retryAt)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = Store(scope);
        await store.InTransactionAsync(async () =>
        {
            var sequences = settled.Where(row => row.Failure is null).Select(row => row.Sequence).ToArray();
            var delivered = store.Outbox.Where(row => sequences.Contains(row.Sequence));
            if (keep)
                await delivered.ExecuteUpdateAsync(row => row.SetProperty(message => message.HeldUntil, OutboxMessage.Kept));
            else
                await delivered.ExecuteDeleteAsync();
            foreach (var (sequence, failure) in settled.Where(row => row.Failure is not null))
                await store.Outbox.Where(row => row.Sequence == sequence).ExecuteUpdateAsync(row => row.SetProperty(message => message.Failure, failure).SetProperty(message => message.HeldUntil, retryAt));
        });
    }

    /// <summary>Leaves rows to whoever looks next.</summary>
    public async Task ReleaseAsync(IReadOnlyCollection<long> sequences, DateTimeOffset now)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = Store(scope);
        await store.InTransactionAsync(() => store.Outbox.Where(row => sequences.Contains(row.Sequence)).ExecuteUpdateAsync(row => row.SetProperty(message => message.HeldUntil, now)));
    }

    private async Task<List<OutboxMessage>> ClaimAsync(DateTimeOffset now, bool evenIfHeld, long after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = Store(scope);
        var table = store.TableOf<OutboxMessage>();
        var free = evenIfHeld ? "TRUE" : "(held_until < {1} OR (held_until > {3} AND held_until < {4} AND failure IS NULL))";
        var skipLocked = store.IsSqlite ? "" : "FOR UPDATE SKIP LOCKED";
        var sql = $"""
            UPDATE {table} SET held_until = {"{0}"} WHERE sequence IN
            (SELECT sequence FROM {table} WHERE {free} AND sequence > {"{2}"} ORDER BY sequence LIMIT {PageSize} {skipLocked})
            RETURNING *
            """;
        List<OutboxMessage> rows = [];
        await store.InTransactionAsync(
            async () => rows = await store.Outbox
                .FromSqlRaw(sql, store.Instant(now + OutboxWriter.Hold), store.Instant(now), after, store.Instant(now + Unbelievable), store.Instant(OutboxMessage.Kept))
                .IgnoreQueryFilters().AsNoTracking().ToListAsync(cancellationToken),
            cancellationToken);
        return [.. rows.OrderBy(row => row.Sequence)];
    }

    private ServiceStore Store(AsyncServiceScope scope) => (ServiceStore)scope.ServiceProvider.GetRequiredService(storeType);
}
