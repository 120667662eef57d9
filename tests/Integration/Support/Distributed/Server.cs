using DotNet.Testcontainers.Containers;

namespace Conference.Tests.Support;

/// <summary>One server in a container, on a port of its own that stays the same over restarts, and what can happen to it.</summary>
public sealed class Server(IContainer container, string network, string name, int port, ushort inside) : IAsyncDisposable
{
    public string Name => name;

    public int Port => port;

    /// <summary>Where it listens itself, until it is started again.</summary>
    public (string Host, int Port) Direct => (container.IpAddress, inside);

    public Task StartAsync() => container.StartAsync();

    /// <summary>As a power cut of its machine: no handler runs.</summary>
    public async Task KillAsync()
    {
        try
        {
            await Docker.RunAsync("kill", "--signal=KILL", container.Id);
        }
        catch (InvalidOperationException exception) when (exception.Message.Contains("did not receive an exit event", StringComparison.Ordinal))
        {
            // The signal was sent; docker waits ten seconds for the end, a busy machine may take longer.
            await Docker.RunAsync("wait", container.Id);
        }
        catch (InvalidOperationException exception) when (exception.Message.Contains("is not running", StringComparison.Ordinal))
        {
            // It has just given up by itself and stays down.
            await Docker.RunAsync("stop", container.Id);
        }
    }

    /// <summary>After <see cref="KillAsync"/>: the same server with the same data.</summary>
    public Task ReviveAsync() => Docker.RunAsync("start", container.Id);

    /// <summary>As a pulled cable: what is sent to it is lost without an answer.</summary>
    public Task CutOffAsync() => Docker.RunAsync("network", "disconnect", network, container.Id);

    public Task ReconnectAsync() => Docker.RunAsync("network", "connect", "--alias", name, network, container.Id);

    public Task<string> RunAsync(params string[] command) => Docker.RunAsync(["exec", container.Id, .. command]);

    /// <summary>Brings a file or folder of the server's to this machine.</summary>
    public Task CopyAsync(string from, string to) => Docker.RunAsync("cp", $"{container.Id}:{from}", to);

    public Task CopyInAsync(string file, string path) => Docker.RunAsync("cp", file, $"{container.Id}:{path}");

    public ValueTask DisposeAsync() => container.DisposeAsync();
}
