using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests;

public sealed class When_the_reply_deadline_comes
{
    [Theory]
    [InlineData("confirm_if_quorum", true, "Confirmed")]
    [InlineData("confirm_if_quorum", false, "Unplaced")]
    [InlineData("ask_coordinator", true, "Unplaced")]
    [InlineData("cancel", true, "Cancelled")]
    public async Task Should_do_what_the_request_says(string policy, bool enough, string state)
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body(required: ["H1302"], optional: ["H1303"], policy: policy));
        if (enough)
            await host.AnswerAsync(id, "H1303", Answer.Accepted);
        await host.SettleAsync();
        var view = await host.ViewAsync(id);
        view.State.ShouldBe("AwaitingReplies");

        await host.RingAtAsync(id, view.ReplyBy!.Value);
        await host.StateAsync(id, state);
        await host.SettleAsync();

        host.Partners.Of<WithdrawInvitations>(id).Count.ShouldBe(state == "Cancelled" ? 1 : 0);
        host.Partners.Of<ReleaseSlot>(id).Count.ShouldBe(state == "Cancelled" ? 1 : 0);
    }

    [Fact]
    public async Task Should_chase_before_it_and_once_only()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body());
        var replyBy = (await host.ViewAsync(id)).ReplyBy!.Value;

        await host.RingAtAsync(id, replyBy.AddDays(-2));
        await host.PartnersToldAsync<SendReminders>(id, told => told.Purpose == ReminderPurpose.Chaser && told.Lead == TimeSpan.FromDays(2));
        await host.RingAtAsync(id, replyBy.AddDays(-1));
        await host.SettleAsync();

        host.Partners.Of<SendReminders>(id).Count.ShouldBe(1);
        (await host.ViewAsync(id)).State.ShouldBe("AwaitingReplies");
    }

    [Fact]
    public async Task Should_be_called_off_when_nobody_decides_until_the_kept_time()
    {
        await using var host = await RequestsHost.StartAsync();
        host.Partners.OnHold = Partners.None;
        var id = await host.RequestUntilAsync("Unplaced", RequestsHost.Body());
        (await host.ViewAsync(id)).Explanation!.Summary.Code.ShouldBe("no_ports");

        await host.RingAtAsync(id, new DateTimeOffset(RequestsHost.Today.AddDays(41), TimeOnly.MinValue, TimeSpan.FromHours(9)));
        await host.StateAsync(id, "Cancelled");
        await host.SettleAsync();
        host.Partners.Of<WithdrawInvitations>(id).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_take_the_time_back_when_nobody_decides_until_the_hold_runs_out()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await UndecidedAsync(host);

        await host.PublishAsync(new SlotHoldExpired { ConferenceId = id, Revision = 1 });
        await host.PartnersToldAsync<WithdrawInvitations>(id, told => told is { TimeOnly: true, Revision: 2 });
        (await host.ViewAsync(id)).Slot.ShouldBeNull();

        await host.ActAsync(id, "reschedule", new { window = new { from = $"{RequestsHost.Today.AddDays(50):yyyy-MM-dd}", to = $"{RequestsHost.Today.AddDays(60):yyyy-MM-dd}" } });
        await host.StateAsync(id, "AwaitingReplies", revision: 3);
        host.Partners.Of<SendInvitations>(id).Select(sent => sent.Revision).ShouldBe([1, 3]);
    }

    [Fact]
    public async Task Should_take_the_time_back_when_the_hold_has_run_out_and_no_other_is_found()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body());
        host.Partners.OnHold = Partners.None;

        await host.PublishAsync(new SlotHoldExpired { ConferenceId = id, Revision = 1 });
        await host.StateAsync(id, "Unplaced");
        await host.PartnersToldAsync<WithdrawInvitations>(id, told => told is { TimeOnly: true, Revision: 2 });
        await host.ActAsync(id, "cancel");
        await host.StateAsync(id, "Cancelled");
        await host.SettleAsync();
        host.Partners.Of<WithdrawInvitations>(id).Count.ShouldBe(1);
    }

    private static async Task<Guid> UndecidedAsync(RequestsHost host)
    {
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body());
        await host.RingAtAsync(id, (await host.ViewAsync(id)).ReplyBy!.Value);
        await host.StateAsync(id, "Unplaced");
        return id;
    }
}
