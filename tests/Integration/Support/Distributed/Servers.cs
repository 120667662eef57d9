using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using DotNet.Testcontainers.Networks;
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;

namespace Conference.Tests.Support;

/// <summary>RabbitMQ, PostgreSQL and Postfix in containers. Images are the official ones, or those that the environment names.</summary>
public sealed class Servers : IAsyncDisposable
{
    public const string Label = "conference.tests";
    public const string User = "conference";
    private const string Password = "secret";
    private const int SmtpPort = 25;

    private readonly INetwork _network;
    private readonly bool _direct;

    private Servers(INetwork network, bool direct, Server database, IReadOnlyList<Server> brokers, Server? mail)
    {
        _network = network;
        _direct = direct;
        Database = database;
        Brokers = brokers;
        Mail = mail;
    }

    public Server Database { get; }

    public IReadOnlyList<Server> Brokers { get; }

    public Server? Mail { get; }

    public string DatabaseUrl => $"Host={AddressOf(Database).Host};Port={AddressOf(Database).Port};Username={User};Password={Password};Database=conference";

    public string BrokerUrl => string.Join(',', Brokers.Select(AddressOf).Select(address => $"amqp://{User}:{Password}@{address.Host}:{address.Port}/"));

    /// <summary>The settings with which a service uses these servers.</summary>
    public IEnumerable<string> Settings =>
    [
        $"--Database:Postgres={DatabaseUrl}", $"--Bus:RabbitMq={BrokerUrl}",
        .. Mail is null ? [] : new[] { $"--Mail:Smtp=smtp://{AddressOf(Mail).Host}:{AddressOf(Mail).Port}" },
    ];

    /// <summary>
    /// Starts them behind ports of this machine, which stay the same over restarts; <paramref name="direct"/> names them by
    /// their containers' own addresses instead, as services on the same network reach them, with no proxy on the way;
    /// with <paramref name="counted"/> PostgreSQL counts each statement (pg_stat_statements).
    /// </summary>
    public static async Task<Servers> StartAsync(int brokers = 1, bool mail = false, bool direct = false, bool counted = false)
    {
        var network = new NetworkBuilder().WithLabel(Label, "true").Build();
        await network.CreateAsync();
        var servers = new Servers(
            network,
            direct,
            NewDatabase(network, counted),
            [.. Enumerable.Range(1, brokers).Select(node => NewBroker(network, node, brokers > 1))],
            mail ? NewMail(network) : null);
        await Task.WhenAll(servers.All.Select(server => server.StartAsync()));
        return servers;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in All)
            await server.DisposeAsync();
        await _network.DisposeAsync();
    }

    private (string Host, int Port) AddressOf(Server server) => _direct ? server.Direct : ("127.0.0.1", server.Port);

    private IEnumerable<Server> All => [Database, .. Brokers, .. Mail is null ? Array.Empty<Server>() : [Mail]];

    private static Server NewDatabase(INetwork network, bool counted)
    {
        var port = RunningProcess.FreePort();
        var container = new PostgreSqlBuilder(Image("POSTGRES", "postgres:17"))
            .WithUsername(User).WithPassword(Password).WithDatabase("conference")
            .WithPortBinding(port, PostgreSqlBuilder.PostgreSqlPort)
            // Testcontainers turns them off, and a commit that a kill takes back would prove nothing.
            .WithCommand("-c", "fsync=on", "-c", "full_page_writes=on", "-c", "synchronous_commit=on", "-c", "max_connections=300")
            .WithCommand(counted ? ["-c", "shared_preload_libraries=pg_stat_statements"] : [])
            .WithNetwork(network).WithNetworkAliases("postgres").WithLabel(Label, "true").WithCreateParameterModifier(StartsAgain)
            .Build();
        return new Server(container, network.Name, "postgres", port, PostgreSqlBuilder.PostgreSqlPort);
    }

    private static Server NewBroker(INetwork network, int node, bool clustered)
    {
        var port = RunningProcess.FreePort();
        var name = $"rabbit-{node}";
        var builder = new RabbitMqBuilder(Image("RABBITMQ", "rabbitmq:4"))
            .WithUsername(User).WithPassword(Password)
            .WithHostname(name)
            .WithPortBinding(port, RabbitMqBuilder.RabbitMqPort)
            .WithNetwork(network).WithNetworkAliases(name).WithLabel(Label, "true").WithCreateParameterModifier(StartsAgain);
        if (clustered)
        {
            builder = builder
                .WithEnvironment("RABBITMQ_ERLANG_COOKIE", "conference-tests")
                .WithResourceMapping(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "cluster.conf")), "/etc/rabbitmq/conf.d/20-cluster.conf");
        }

        return new Server(builder.Build(), network.Name, name, port, RabbitMqBuilder.RabbitMqPort);
    }

    private static Server NewMail(INetwork network)
    {
        var port = RunningProcess.FreePort();
        IContainer container = new ContainerBuilder(Image("POSTFIX", "conference/postfix:local"))
            .WithPortBinding(port, SmtpPort)
            .WithNetwork(network).WithNetworkAliases("mail").WithLabel(Label, "true").WithCreateParameterModifier(StartsAgain)
            .WithWaitStrategy(Wait.ForUnixContainer().UntilMessageIsLogged("daemon started"))
            .Build();
        return new Server(container, network.Name, "mail", port, SmtpPort);
    }

    // As in compose.yaml: a server that gives up while it starts, as a broker does that waits for the others in vain, tries again.
    private static void StartsAgain(CreateContainerParameters container) =>
        container.HostConfig!.RestartPolicy = new RestartPolicy { Name = RestartPolicyKind.UnlessStopped };

    private static string Image(string server, string official) =>
        Environment.GetEnvironmentVariable($"CONFERENCE_{server}_IMAGE") is { Length: > 0 } named ? named : official;
}
