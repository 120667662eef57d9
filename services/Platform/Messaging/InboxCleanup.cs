using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Conference.Platform.Messaging;

/// <summary>Forgets, now and then, messages that took effect so long ago that they cannot come again.</summary>
internal sealed class InboxCleanup(
    Type storeType,
    IServiceScopeFactory scopes,
    IOptions<BusOptions> options,
    TimeProvider clock,
    ILogger<InboxCleanup> logger) : BackgroundService
{
    private const int BatchSize = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await ForgetAsync(stoppingToken) == BatchSize)
                    await Task.Yield();
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "The inbox of {Store} could not be cleaned and is tried again in an hour", storeType.Name);
            }
        }
    }

    private async Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = (ServiceStore)scope.ServiceProvider.GetRequiredService(storeType);
        var table = store.TableOf<InboxMessage>();
        var row = store.IsSqlite ? "rowid" : "ctid";
        var sql = $"DELETE FROM {table} WHERE {row} IN (SELECT {row} FROM {table} WHERE consumed_at < {{0}} LIMIT {BatchSize})";
        var forgotten = 0;
        await store.InTransactionAsync(
            async () => forgotten = await store.Database.ExecuteSqlRawAsync(sql, [store.Instant(clock.GetUtcNow() - options.Value.InboxWindow)], cancellationToken),
            cancellationToken);
        return forgotten;
    }
}
