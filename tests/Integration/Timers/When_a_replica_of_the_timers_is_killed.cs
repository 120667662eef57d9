using Conference.IntegrationTests.Platform;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Timers;

/// <summary>Two processes of Timers over RabbitMQ and PostgreSQL, and a service that they wake.</summary>
[Collection(UsesServers.Name)]
public sealed class When_a_replica_of_the_timers_is_killed(SharedServers servers, ITestOutputHelper output) : IAsyncLifetime
{
    private const int Timers = 400;

    private readonly TestFolder _folder = new();
    private Replica[] _replicas = [];
    private TimersHost _sleeper = null!;

    public async ValueTask InitializeAsync()
    {
        var place = await servers.NewPlaceAsync();
        _replicas = [.. Enumerable.Range(0, 2).Select(number => new Replica("Timers", RunningProcess.FreePort(), [.. place.Settings, $"--Data:Path={Path.Combine(_folder.Path, $"{number}")}"]))];
        foreach (var replica in _replicas)
            replica.Start();
        _sleeper = await TimersHost.StartAsync(_folder, [new SleepingModule()], place.Settings);
        await Task.WhenAll(_replicas.Select(replica => replica.UntilReadyAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
            replica.Dispose();
        await _sleeper.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Should_fire_every_timer_in_effect_once_also_those_that_the_dead_one_had_begun()
    {
        var first = TimeProvider.System.GetUtcNow().AddSeconds(8);
        var dues = Enumerable.Range(0, Timers).ToDictionary(number => $"timer {number}", number => first.AddMilliseconds(10 * number));
        await _sleeper.ScheduleAsync([.. dues.Select(timer => TimersHost.Timer(Guid.CreateVersion7(), timer.Value, timer.Key))]);

        await TimersHost.UntilAsync(async () => (await _sleeper.WokenAsync()).Count > Timers / 8);
        _replicas[0].Kill();
        await TimersHost.UntilAsync(async () => (await _sleeper.WokenAsync()).Count >= Timers);

        var woken = await _sleeper.WokenAsync();
        woken.Select(timer => timer.What).ShouldBe(dues.Keys, ignoreOrder: true);
        output.WriteLine($"the latest of {Timers} timers fired {woken.Max(timer => timer.At - dues[timer.What]).TotalSeconds:F1} s after its moment");
    }
}
