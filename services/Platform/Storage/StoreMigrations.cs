using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Conference.Platform.Storage;

/// <summary>Brings every store to its newest schema before anything else in the process starts.</summary>
internal sealed class StoreMigrations(
    IServiceScopeFactory scopes,
    IEnumerable<StoreRegistration> stores,
    IOptions<DataOptions> data,
    TimeProvider clock,
    ILogger<StoreMigrations> logger) : IHostedLifecycleService
{
    // Any number that nobody else in this database uses. One for all services: their extensions are shared.
    private const long Turn = 0x4D696772617465;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        DataFolder.Use(data.Value.Path, () => Directory.CreateDirectory(data.Value.Path));
        // Each store is its own database or schema: none waits for another.
        await Task.WhenAll(stores.Select(registration => Task.Run(() => MigrateAsync(registration, cancellationToken), cancellationToken)));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MigrateAsync(StoreRegistration registration, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = (ServiceStore)scope.ServiceProvider.GetRequiredService(registration.Store);
        while (!await TryMigrateAsync(store, cancellationToken))
            await Task.Delay(Pause, clock, cancellationToken);
    }

    // Replicas start at once, and IF NOT EXISTS is no lock: two that make a schema or an extension together fail on each other.
    private async Task MigrateAsync(ServiceStore store, CancellationToken cancellationToken)
    {
        if (store.IsSqlite)
        {
            await store.Database.MigrateAsync(cancellationToken);
            return;
        }

        var database = store.GetService<IRelationalDatabaseCreator>();
        if (!await database.ExistsAsync(cancellationToken))
        {
            await database.CreateAsync(cancellationToken);
            logger.LogWarning("The database '{Database}' of {Setting} was not there and has been made: it is empty", store.Database.GetDbConnection().Database, PostgresConnection.Setting);
        }

        await store.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await store.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Turn})", cancellationToken);
            await store.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            // The pool would keep the lock with the connection.
            if (store.Database.GetDbConnection().State == ConnectionState.Open)
                await store.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Turn})", CancellationToken.None);
            await store.Database.CloseConnectionAsync();
        }
    }

    private static async Task<bool> IsBehindAsync(ServiceStore store, CancellationToken cancellationToken) =>
        !await store.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken)
        || (await store.Database.GetPendingMigrationsAsync(cancellationToken)).Any();

    private async Task<bool> TryMigrateAsync(ServiceStore store, CancellationToken cancellationToken)
    {
        try
        {
            // Migrating, even by nothing, compares whole models: a good part of a start.
            if (await IsBehindAsync(store, cancellationToken))
                await MigrateAsync(store, cancellationToken);
            return true;
        }
        catch (Exception exception) when (StoreOutage.Is(exception))
        {
            logger.LogWarning("The database of {Store} does not answer ({Reason}); it is asked again", store.Schema, exception.GetBaseException().Message);
            return false;
        }
    }
}
