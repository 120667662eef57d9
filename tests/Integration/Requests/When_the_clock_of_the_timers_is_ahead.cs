using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests;

public sealed class When_the_clock_of_the_timers_is_ahead
{
    [Fact]
    public async Task Should_ask_again_later_by_as_much_as_the_timer_rang_early()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body());
        await host.SettleAsync();
        var moment = host.Partners.SetTimers.Last();
        var early = moment - host.Clock.GetUtcNow();

        await host.RingEarlyAsync(id);
        await host.UntilAsync(_ => Task.FromResult(host.Partners.SetTimers.Count), set => set > 1, "the timer to be set again");

        host.Partners.SetTimers.Last().ShouldBe(moment + early, TimeSpan.FromSeconds(30));
        (await host.ViewAsync(id)).State.ShouldBe("AwaitingReplies");
    }
}
