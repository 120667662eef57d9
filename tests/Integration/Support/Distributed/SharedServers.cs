using Xunit;

namespace Conference.Tests.Support;

/// <summary>One broker and one database for many tests: each gets a virtual host and a database of its own.</summary>
public sealed class SharedServers : IAsyncLifetime
{
    // A pool keeps its connections for five minutes, and the server's are counted: after some tests there were none left.
    private const string GivenBack = "Connection Idle Lifetime=5;Connection Pruning Interval=1";

    private Servers _servers = null!;
    private int _places;

    public async ValueTask InitializeAsync() => _servers = await Servers.StartAsync();

    public ValueTask DisposeAsync() => _servers.DisposeAsync();

    /// <summary>The settings of a place where nobody has been.</summary>
    public async Task<Place> NewPlaceAsync()
    {
        var name = $"place{Interlocked.Increment(ref _places)}";
        await _servers.Brokers[0].RunAsync("rabbitmqctl", "-q", "add_vhost", name);
        await _servers.Brokers[0].RunAsync("rabbitmqctl", "-q", "set_permissions", "-p", name, Servers.User, ".*", ".*", ".*");
        await _servers.Database.RunAsync("createdb", $"--username={Servers.User}", name);
        var database = _servers.DatabaseUrl.Replace("Database=conference", $"Database={name}", StringComparison.Ordinal);
        return new Place($"{_servers.BrokerUrl}{name}", $"{database};{GivenBack}");
    }
}

/// <summary>A virtual host and a database.</summary>
public sealed record Place(string BrokerUrl, string DatabaseUrl)
{
    public string[] Settings => [$"--Bus:RabbitMq={BrokerUrl}", $"--Database:Postgres={DatabaseUrl}"];
}

[CollectionDefinition(Name)]
public sealed class UsesServers : ICollectionFixture<SharedServers>
{
    public const string Name = "servers";
}
