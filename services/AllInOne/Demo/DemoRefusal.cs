using Conference.Platform.Hosting;
using Conference.Platform.Storage;

namespace Conference.AllInOne.Demo;

/// <summary>Stops the start of a demonstration on data that somebody may need.</summary>
internal sealed class DemoRefusal(IServiceScopeFactory scopes) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var contents in scope.ServiceProvider.GetServices<IStoreContents>())
        {
            if (await contents.FindAsync(cancellationToken) is { } found)
                throw new InvalidSettingException("Demo", "true", $"the store already holds {found}. Name an empty folder with --Data:Path, or start without --Demo");
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
