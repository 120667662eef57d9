using Conference.Platform.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Conference.Platform.Authorization;

/// <summary>Reads all keys before anything starts: a wrong one would fail the first request that needs it.</summary>
internal sealed class KeysAtStart(IEnumerable<NeededKey> keys, IConfiguration configuration, IOptions<DataOptions> data) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var key in keys)
            _ = SecretKey.Read(configuration, data.Value, key.Setting, key.Name);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
