using Conference.Platform.Hosting;
using Conference.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Conference.Platform.Messaging;

/// <summary>For services that keep a copy of what others told.</summary>
public static class CatchingUp
{
    /// <summary>
    /// A service that was set up after the others has missed what they said: as long as its copy is empty it asks
    /// for everything, every ten seconds. With RabbitMQ it also asks once at each start: its queue may be younger than a
    /// part of what was said, and a copy that is not empty may still be incomplete.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="isEmpty">Whether nothing has been heard yet.</param>
    /// <param name="ask">Publishes the question on the store; it is saved afterwards.</param>
    public static ModuleBuilder AskWhileEmpty<TStore>(
        this ModuleBuilder module, Func<TStore, CancellationToken, Task<bool>> isEmpty, Func<TStore, CancellationToken, Task> ask)
        where TStore : ServiceStore
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Services.AddHostedService(services => new EmptyCopy<TStore>(
            services.GetRequiredService<IServiceScopeFactory>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<IOptions<BusOptions>>(),
            services.GetRequiredService<ILogger<EmptyCopy<TStore>>>(),
            isEmpty,
            ask));
        return module;
    }
}

internal sealed class EmptyCopy<TStore>(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    IOptions<BusOptions> options,
    ILogger<EmptyCopy<TStore>> logger,
    Func<TStore, CancellationToken, Task<bool>> isEmpty,
    Func<TStore, CancellationToken, Task> ask) : BackgroundService
    where TStore : ServiceStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Patience, clock);
        var (mayLack, empty) = (!options.Value.IsEmbedded, true);
        while (empty && (mayLack || await timer.WaitForNextTickAsync(stoppingToken)))
        {
            try
            {
                empty = await AskAsync(mayLack, stoppingToken);
                mayLack = false;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "{Store} could not ask for what it missed and tries again", typeof(TStore).Name);
                await Task.Delay(Patience, clock, stoppingToken);
            }
        }
    }

    /// <summary>Whether the copy was empty.</summary>
    private async Task<bool> AskAsync(bool mayLack, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<TStore>();
        var empty = await isEmpty(store, cancellationToken);
        if (!empty && !mayLack)
            return false;

        await ask(store, cancellationToken);
        await store.SaveChangesAsync(cancellationToken);
        return empty;
    }
}
