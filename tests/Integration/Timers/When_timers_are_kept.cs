using System.Diagnostics;
using Conference.IntegrationTests.Platform;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Timers;

public sealed class When_timers_are_kept : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Should_fire_when_the_moment_comes_and_not_before()
    {
        await using var host = await TimersHost.StartAsync(_folder);
        var token = Guid.CreateVersion7();
        var due = TimeProvider.System.GetUtcNow().AddSeconds(2);

        await host.ScheduleAsync(TimersHost.Timer(token, due, "reminder"));
        await TimersHost.UntilAsync(async () => (await host.WokenAsync()).Count == 1);

        TimeProvider.System.GetUtcNow().ShouldBeInRange(due, due.AddSeconds(3));
        var woken = (await host.WokenAsync()).ShouldHaveSingleItem();
        woken.What.ShouldBe("reminder");
        woken.Token.ShouldBe(token);
        await TimersHost.UntilAsync(async () => await host.WaitingAsync() == 0);
    }

    [Fact]
    public async Task Should_fire_at_once_what_is_long_past()
    {
        await using var host = await TimersHost.StartAsync(_folder);

        await host.ScheduleAsync(TimersHost.Timer(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow().AddYears(-3), "late"));

        await TimersHost.UntilAsync(async () => (await host.WokenAsync()).Count == 1);
    }

    [Fact]
    public async Task Should_survive_a_restart_and_fire_at_once_what_came_due_in_between()
    {
        var due = TimeProvider.System.GetUtcNow().AddSeconds(3);
        await using (var first = await TimersHost.StartAsync(_folder))
        {
            await first.ScheduleAsync([.. Enumerable.Range(0, 30).Select(number => TimersHost.Timer(Guid.CreateVersion7(), due, $"timer {number}"))]);
            await first.SettleAsync();
            (await first.WaitingAsync()).ShouldBe(30);
            (await first.WokenAsync()).ShouldBeEmpty();
        }

        var asleep = due - TimeProvider.System.GetUtcNow();
        if (asleep > TimeSpan.Zero)
            await Task.Delay(asleep, TestContext.Current.CancellationToken);
        await using var second = await TimersHost.StartAsync(_folder);
        await TimersHost.UntilAsync(async () => (await second.WokenAsync()).Count == 30);

        (await second.WokenAsync()).Select(woken => woken.What).Distinct().Count().ShouldBe(30);
    }

    [Fact]
    public async Task Should_never_fire_what_was_cancelled()
    {
        await using var host = await TimersHost.StartAsync(_folder);
        var cancelled = Guid.CreateVersion7();
        var due = TimeProvider.System.GetUtcNow().AddSeconds(2);

        await host.ScheduleAsync(TimersHost.Timer(cancelled, due, "cancelled"), TimersHost.Timer(Guid.CreateVersion7(), due.AddSeconds(1), "kept"));
        await host.SettleAsync();
        await host.CancelAsync(cancelled);

        await TimersHost.UntilAsync(async () => (await host.WokenAsync()).Count > 0);
        (await host.WokenAsync()).ShouldHaveSingleItem().What.ShouldBe("kept");
    }

    [Fact]
    public async Task Should_not_set_a_timer_whose_cancellation_came_first()
    {
        await using var host = await TimersHost.StartAsync(_folder);
        var cancelled = Guid.CreateVersion7();

        await host.CancelAsync(cancelled);
        await host.SettleAsync();
        await host.ScheduleAsync(TimersHost.Timer(cancelled, TimeProvider.System.GetUtcNow(), "cancelled"));
        await host.SettleAsync();
        await host.ScheduleAsync(TimersHost.Timer(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), "kept"));

        await TimersHost.UntilAsync(async () => (await host.WokenAsync()).Count > 0);
        (await host.WokenAsync()).ShouldHaveSingleItem().What.ShouldBe("kept");
    }

    [Fact]
    public async Task Should_not_set_again_what_was_cancelled_since()
    {
        await using var host = await TimersHost.StartAsync(_folder);
        var timer = TimersHost.Timer(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow().AddDays(1), "cancelled");
        await host.ScheduleAsync(timer);
        await host.SettleAsync();
        await host.CancelAsync(timer.CorrelationId);
        await host.SettleAsync();

        // As when the process had died after Quartz kept it and before the inbox did.
        await host.ScheduleAsync(timer);
        await host.SettleAsync();

        (await host.WaitingAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Should_take_effect_once_when_scheduled_twice_or_fired_twice()
    {
        await using var host = await TimersHost.StartAsync(_folder);
        var timer = TimersHost.Timer(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), "once");

        await host.ScheduleAsync(timer, timer);
        await TimersHost.UntilAsync(async () => (await host.WokenAsync()).Count > 0);
        // The same timer once more, after it has fired: it fires again, under the same message id.
        await host.ScheduleAsync(timer);
        await host.SettleAsync();
        await TimersHost.UntilAsync(async () => await host.WaitingAsync() == 0);
        await host.ScheduleAsync(TimersHost.Timer(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), "last"));
        await TimersHost.UntilAsync(async () => (await host.WokenAsync()).Any(woken => woken.What == "last"));

        (await host.WokenAsync()).Count(woken => woken.What == "once").ShouldBe(1);
    }

    [Fact]
    public async Task Should_leave_nothing_of_many_timers_that_were_set_and_cancelled_at_once()
    {
        const int Pairs = 300;
        await using var host = await TimersHost.StartAsync(_folder);
        var tokens = Enumerable.Range(0, Pairs).Select(_ => Guid.CreateVersion7()).ToArray();
        var due = TimeProvider.System.GetUtcNow().AddDays(1);
        var time = Stopwatch.StartNew();

        await host.ScheduleAsync([.. tokens.Select(token => TimersHost.Timer(token, due, "never"))]);
        await host.CancelAsync(tokens);
        await host.SettleAsync();

        TestContext.Current.TestOutputHelper?.WriteLine($"{Pairs / time.Elapsed.TotalSeconds:F0} pairs of schedule and cancel a second");
        (await host.WaitingAsync()).ShouldBe(0);
    }

    public void Dispose() => _folder.Dispose();
}
