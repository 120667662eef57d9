using Conference.Tests.Support;

namespace Conference.IntegrationTests.Faults.Distributed;

/// <summary>Something that goes wrong for a while and is mended. Two faults of one target do not go together.</summary>
internal sealed record Fault(string Name, object Target, Func<Task> StrikeAsync, Func<Task> MendAsync, TimeSpan Lasts)
{
    private static readonly TimeSpan AtOnce = TimeSpan.Zero;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UsualStart = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ClockWrong = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>A process of each service, killed as by <c>kill -9</c> and started again.</summary>
    public static IEnumerable<Fault> OfProcesses(Deployment product, Random random) =>
        from replicas in product.Replicas.GroupBy(replica => replica.Service)
        let replica = replicas.ElementAt(random.Next(replicas.Count()))
        select new Fault($"kill -9 {replica.Service}", replica, () => Do(replica.Kill), () => RestartAsync(replica), AtOnce);

    /// <summary>The servers that it stands on.</summary>
    public static IEnumerable<Fault> OfServers(Servers servers, Random random)
    {
        var (brokers, database, mail) = (servers.Brokers, servers.Database, servers.Mail!);
        var node = brokers[random.Next(brokers.Count)];
        yield return new("one RabbitMQ node killed", brokers, node.KillAsync, node.ReviveAsync, TimeSpan.FromSeconds(15));
        yield return new("the whole RabbitMQ cluster killed", brokers, () => All(brokers, broker => broker.KillAsync()), () => All(brokers, broker => broker.ReviveAsync()), AtOnce);
        yield return new("one RabbitMQ node cut off the network", brokers, node.CutOffAsync, node.ReconnectAsync, Minute);
        yield return new("RabbitMQ cut off the network", brokers, () => All(brokers, broker => broker.CutOffAsync()), () => All(brokers, broker => broker.ReconnectAsync()), Minute);
        yield return new("PostgreSQL killed", database, database.KillAsync, database.ReviveAsync, AtOnce);
        yield return new("PostgreSQL cut off the network", database, database.CutOffAsync, database.ReconnectAsync, Minute);
        // With Mail:RetryAfter a tenth of what it is, as many tries pass as in ten minutes.
        yield return new("the mail server down", mail, mail.KillAsync, mail.ReviveAsync, Minute);
    }

    /// <summary>The disk of the mail drop is full.</summary>
    public static Fault OfDisk(SmallDisk disk) => new("the disk of the mail drop full", disk, () => Do(disk.Fill), () => Do(disk.Free), TimeSpan.FromSeconds(20));

    /// <summary>A machine whose clock jumps by an hour one way, then the other, while it works, until somebody sets it.</summary>
    public static IEnumerable<Fault> OfClocks(Deployment product, Random random) =>
        from service in new[] { "Timers", "Requests", "Booking", "Invitations" }
        let replica = product.Of(service).First()
        let ahead = random.Next(2) == 0 ? Hour : -Hour
        select new Fault($"the clock of {service} {ahead.TotalHours:+0;-0} h, then {-ahead.TotalHours:+0;-0} h", replica, () => JumpAsync(replica, ahead), () => RestartAsync(replica), ClockWrong);

    // Only for so long: on a clock of its own a process is never idle. With its servers away it does not become ready.
    private static async Task JumpAsync(Replica replica, TimeSpan ahead)
    {
        replica.Kill();
        replica.Start(ownClock: true);
        await Task.WhenAny(replica.UntilReadyAsync(), Task.Delay(UsualStart));
        replica.PutClock(ahead);
        await Task.Delay(ClockWrong);
        replica.PutClock(-ahead);
    }

    private static Task RestartAsync(Replica replica)
    {
        replica.Kill();
        replica.Start();
        return replica.UntilReadyAsync();
    }

    private static Task All(IEnumerable<Server> servers, Func<Server, Task> act) => Task.WhenAll(servers.Select(act));

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
