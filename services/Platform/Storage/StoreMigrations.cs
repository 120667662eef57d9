using Microsoft.EntityFrameworkCore;
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
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(data.Value.Path);
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

    private async Task<bool> TryMigrateAsync(ServiceStore store, CancellationToken cancellationToken)
    {
        try
        {
            await store.Database.MigrateAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (StoreOutage.Is(exception))
        {
            logger.LogWarning("The database of {Store} does not answer ({Reason}); it is asked again", store.Schema, exception.GetBaseException().Message);
            return false;
        }
    }
}
