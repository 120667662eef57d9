using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Conference.Platform.Messaging;

/// <summary>Forgets, now and then, what took effect so long ago that it cannot come again, and what was sent and kept long enough.</summary>
internal sealed class MessageCleanup(
    Type storeType,
    IServiceScopeFactory scopes,
    IOptions<BusOptions> options,
    TimeProvider clock,
    ILogger<MessageCleanup> logger) : BackgroundService
{
    private const int BatchSize = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await ForgetAsync<InboxMessage>("consumed_at", options.Value.InboxWindow, "TRUE", stoppingToken) == BatchSize)
                    await Task.Yield();
                while (await ForgetAsync<OutboxMessage>("written_at", options.Value.KeepSentFor, "held_until = {1}", stoppingToken) == BatchSize)
                    await Task.Yield();
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "The inbox and outbox of {Store} could not be cleaned; the next try is in {Pause}", storeType.Name, Pause);
            }
        }
    }

    private async Task<int> ForgetAsync<T>(string column, TimeSpan window, string only, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = (ServiceStore)scope.ServiceProvider.GetRequiredService(storeType);
        var table = store.TableOf<T>();
        var row = store.IsSqlite ? "rowid" : "ctid";
        var sql = $"DELETE FROM {table} WHERE {row} IN (SELECT {row} FROM {table} WHERE {column} < {{0}} AND {only} LIMIT {BatchSize})";
        var forgotten = 0;
        await store.InTransactionAsync(
            async () => forgotten = await store.Database.ExecuteSqlRawAsync(sql, [store.Instant(clock.GetUtcNow() - window), store.Instant(OutboxMessage.Kept)], cancellationToken),
            cancellationToken);
        return forgotten;
    }
}
