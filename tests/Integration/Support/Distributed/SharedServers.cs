using Xunit;

namespace Conference.Tests.Support;

/// <summary>One broker and one database for many tests: each gets a virtual host and a database of its own.</summary>
public sealed class SharedServers : IAsyncLifetime
{
    // A pool keeps its connections for five minutes, and the server's are counted: after some tests there were none left.
    private const string GivenBack = "Connection Idle Lifetime=5;Connection Pruning Interval=1";

    // rabbitmqctl needs a second to start, and there are a hundred places: it makes many at once.
    private const int Together = 10;
    private const string Prefix = "place";

    private Servers _servers = null!;
    private int _places;

    public async ValueTask InitializeAsync() => _servers = await Servers.StartAsync();

    public ValueTask DisposeAsync() => _servers.DisposeAsync();

    /// <summary>The settings of a place where nobody has been. Not for two at once.</summary>
    public async Task<Place> NewPlaceAsync()
    {
        if (_places++ % Together == 0)
            await AddHostsAsync(_places, _places + Together - 1);
        var name = $"{Prefix}{_places}";
        await _servers.Database.RunAsync("createdb", $"--username={Servers.User}", name);
        var database = _servers.DatabaseUrl.Replace("Database=conference", $"Database={name}", StringComparison.Ordinal);
        return new Place($"{_servers.BrokerUrl}{name}", $"{database};{GivenBack}");
    }

    /// <summary>From now on the place's user may declare nothing there.</summary>
    public Task ForbidDeclaringAsync(Place place) =>
        _servers.Brokers[0].RunAsync("rabbitmqctl", "-q", "set_permissions", "-p", place.BrokerUrl.Split('/')[^1], Servers.User, "", ".*", ".*");

    private Task<string> AddHostsAsync(int first, int last) => _servers.Brokers[0].RunAsync("rabbitmqctl", "-q", "eval", $$"""
        lists:foreach(fun(Place) ->
            Host = list_to_binary("{{Prefix}}" ++ integer_to_list(Place)),
            rabbit_vhost:add(Host, <<"{{Servers.User}}">>),
            rabbit_auth_backend_internal:set_permissions(<<"{{Servers.User}}">>, Host, <<".*">>, <<".*">>, <<".*">>, <<"{{Servers.User}}">>)
        end, lists:seq({{first}}, {{last}})).
        """);
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
