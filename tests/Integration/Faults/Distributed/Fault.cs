using Conference.Tests.Support;

namespace Conference.IntegrationTests.Faults.Distributed;

/// <summary>Something that goes wrong for a while and is mended.</summary>
internal sealed record Fault(string Name, Func<Task> StrikeAsync, Func<Task> MendAsync, TimeSpan Lasts)
{
    private static readonly TimeSpan AtOnce = TimeSpan.Zero;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Every process of the product, killed as by <c>kill -9</c> and started again.</summary>
    public static IEnumerable<Fault> OfProcesses(Deployment product) =>
        product.Replicas.Select(replica => new Fault($"kill -9 {replica.Service}", () => Do(replica.Kill), () => RestartAsync(replica), AtOnce));

    /// <summary>The servers that it stands on.</summary>
    public static IEnumerable<Fault> OfServers(Servers servers, Random random)
    {
        var node = servers.Brokers[random.Next(servers.Brokers.Count)];
        yield return new("one RabbitMQ node killed", node.KillAsync, node.ReviveAsync, TimeSpan.FromSeconds(15));
        yield return new("the whole RabbitMQ cluster killed", () => All(servers.Brokers, broker => broker.KillAsync()), () => All(servers.Brokers, broker => broker.ReviveAsync()), AtOnce);
        yield return new("RabbitMQ cut off the network", () => All(servers.Brokers, broker => broker.CutOffAsync()), () => All(servers.Brokers, broker => broker.ReconnectAsync()), Minute);
        yield return new("PostgreSQL killed", servers.Database.KillAsync, servers.Database.ReviveAsync, AtOnce);
        yield return new("PostgreSQL cut off the network", servers.Database.CutOffAsync, servers.Database.ReconnectAsync, Minute);
        yield return new("the mail server down", servers.Mail!.KillAsync, servers.Mail!.ReviveAsync, Minute);
    }

    /// <summary>The disk of the mail drop is full.</summary>
    public static Fault OfDisk(SmallDisk disk) => new("the disk of the mail drop full", () => Do(disk.Fill), () => Do(disk.Free), TimeSpan.FromSeconds(20));

    /// <summary>A machine whose clock is an hour wrong, either way, until somebody sets it.</summary>
    public static IEnumerable<Fault> OfClocks(Deployment product) =>
        from service in new[] { "Timers", "Requests", "Booking" }
        from ahead in new[] { Hour, -Hour }
        let replica = product.Of(service).First()
        select new Fault($"the clock of {service} {ahead.TotalHours:+0;-0} h", () => RestartAsync(replica, ahead), () => RestartAsync(replica), TimeSpan.FromSeconds(10));

    private static async Task RestartAsync(Replica replica, TimeSpan clockAhead = default)
    {
        replica.Kill();
        replica.Start(clockAhead);
        await replica.UntilReadyAsync();
    }

    private static Task All(IEnumerable<Server> servers, Func<Server, Task> act) => Task.WhenAll(servers.Select(act));

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
