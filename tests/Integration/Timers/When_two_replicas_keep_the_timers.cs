using Conference.IntegrationTests.Platform;
using Conference.Tests.Support;
using Conference.Timers;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Timers;

/// <summary>Quartz clustered on PostgreSQL, its messages over RabbitMQ.</summary>
[Collection(UsesServers.Name)]
public sealed class When_two_replicas_keep_the_timers(SharedServers servers) : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Should_fire_each_once_though_one_replica_goes_and_at_once_what_fell_due_while_none_was_there()
    {
        var place = await servers.NewPlaceAsync();
        var now = TimeProvider.System.GetUtcNow();
        string[] soon = [.. Enumerable.Range(0, 40).Select(timer => $"soon {timer}")];
        string[] later = [.. Enumerable.Range(0, 40).Select(timer => $"later {timer}")];
        await using (var one = await StartAsync(place))
        {
            await using var other = await StartAsync(place);
            await one.ScheduleAsync([.. soon.Select(what => TimersHost.Timer(Guid.CreateVersion7(), now.AddSeconds(2), what))]);
            await other.ScheduleAsync([.. later.Select(what => TimersHost.Timer(Guid.CreateVersion7(), now.AddSeconds(20), what))]);
            await TimersHost.UntilAsync(async () => (await one.WokenAsync()).Count == soon.Length);
            await TimersHost.UntilAsync(async () => await one.WaitingAsync() == later.Length);
        }

        await using var last = await StartAsync(place);
        await TimersHost.UntilAsync(async () => (await last.WokenAsync()).Count == soon.Length + later.Length);

        (await last.WokenAsync()).Select(woken => woken.What).ShouldBe(soon.Concat(later), ignoreOrder: true);
    }

    private Task<TimersHost> StartAsync(Place place) => TimersHost.StartAsync(_folder, [new SleepingModule(), new TimersModule()], place.Settings);
}
