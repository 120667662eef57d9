using System.Net.Http.Json;
using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Requests.Lifecycle.Commands;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests;

public sealed class When_messages_are_late_or_repeated
{
    [Fact]
    public async Task Should_change_nothing_and_fail_nowhere()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await When_the_day_comes.ConfirmedAsync(host);
        var hold = host.Partners.Of<HoldSlot>(id)[0];
        await host.SettleAsync();
        var before = await host.ViewAsync(id);

        await host.PublishAsync(Partners.Held(hold), Partners.Held(hold));
        await host.PublishAsync(Partners.None(hold));
        await host.PublishAsync(new SlotConfirmed { ConferenceId = id, Revision = 1 });
        await host.PublishAsync(new SlotHoldExpired { ConferenceId = id, Revision = 1 });
        await host.PublishAsync(new InvitationsSent { ConferenceId = id, Revision = 1, Mails = 3 });
        await host.PublishAsync(new ConfirmKeptSlot { ConferenceId = id, By = "x" });
        await host.PublishAsync(new ResendPendingCommand { ConferenceId = id });
        await host.PublishAsync(new MomentArrived { ConferenceId = id });
        await host.PublishAsync(new ConferenceRequested { ConferenceId = id, Number = before.Number, Request = before.Request, RequestedBy = "x", RequestedAt = before.RequestedAt });
        await host.PublishAsync(new SlotHeld { ConferenceId = Guid.CreateVersion7(), Revision = 1, Slot = before.Slot! });
        await host.SettleAsync();

        var after = await host.ViewAsync(id);
        (after.State, after.Revision, after.Slot!.Start).ShouldBe((before.State, before.Revision, before.Slot!.Start));
    }

    [Fact]
    public async Task Should_move_for_a_decline_that_crossed_a_change_which_kept_the_time()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await When_the_day_comes.ConfirmedAsync(host);
        await host.ActAsync(id, "amend", RequestsHost.Body(optional: ["H1401"]));
        await host.StateAsync(id, "Confirmed", revision: 2);

        await host.AnswerAsync(id, "H1302", Answer.Declined, revision: 1);

        await host.StateAsync(id, "AwaitingReplies", revision: 3);
        (await host.TimelineAsync(id)).ShouldNotContain(entry => entry.Why.Code == "answered_old_time");
    }

    [Fact]
    public async Task Should_take_the_latest_answer_and_not_count_one_to_an_old_time()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body(required: ["H1302", "H1303"]));
        var now = host.Clock.GetUtcNow();
        await host.PublishAsync(Answered(id, "H1303", Answer.Tentative, now), Answered(id, "H1303", Answer.Accepted, now.AddSeconds(-5)));
        await host.SettleAsync();
        (await host.ViewAsync(id)).Participants.Single(hospital => hospital.HospitalId == "H1303").Answer.ShouldBe(Answer.Tentative);

        await host.AnswerAsync(id, "H1302", Answer.Declined);
        await host.StateAsync(id, "AwaitingReplies", revision: 2);
        await host.PublishAsync(Answered(id, "H1303", Answer.Declined, now.AddSeconds(9)));
        await host.AnswerAsync(id, "H1302", Answer.Accepted, revision: 2);
        await host.SettleAsync();

        var view = await host.ViewAsync(id);
        (view.State, view.Revision).ShouldBe(("AwaitingReplies", 2));
        view.Participants.Single(hospital => hospital.HospitalId == "H1303").Answer.ShouldBeNull();
    }

    [Fact]
    public async Task Should_keep_an_answer_that_is_faster_than_the_invitations()
    {
        await using var host = await RequestsHost.StartAsync();
        host.Partners.OnInvite = _ => null;
        var id = await host.RequestUntilAsync("Inviting", RequestsHost.Body());
        await host.AnswerAsync(id, "H1302", Answer.Accepted);
        await host.SettleAsync();
        (await host.ViewAsync(id)).State.ShouldBe("Inviting");

        await host.PublishAsync(new InvitationsSent { ConferenceId = id, Revision = 1, Mails = 2 });
        await host.StateAsync(id, "Confirmed");
    }

    [Fact]
    public async Task Should_be_placed_anew_when_the_hold_is_gone_at_the_confirmation()
    {
        await using var host = await RequestsHost.StartAsync();
        host.Partners.OnConfirm = confirm => confirm.Revision == 1
            ? new SlotUnavailable { ConferenceId = confirm.ConferenceId, Revision = 1, Explanation = Partners.None(new HoldSlot { ConferenceId = confirm.ConferenceId, Revision = 1, Criteria = null!, HoldFor = default }).Explanation }
            : new SlotConfirmed { ConferenceId = confirm.ConferenceId, Revision = confirm.Revision };
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body());
        await host.AnswerAsync(id, "H1302", Answer.Accepted);

        (await host.StateAsync(id, "AwaitingReplies", revision: 2)).Slot.ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_give_back_a_slot_that_is_found_after_the_conference_was_called_off()
    {
        await using var host = await RequestsHost.StartAsync();
        host.Partners.OnHold = _ => null;
        var id = await host.RequestAsync(RequestsHost.Body());
        await host.PartnersToldAsync<HoldSlot>(id, _ => true);
        await host.ActAsync(id, "cancel");
        await host.StateAsync(id, "Cancelled");
        await host.PublishAsync(Partners.Held(host.Partners.Of<HoldSlot>(id)[0]));
        await host.SettleAsync();

        host.Partners.Of<ReleaseSlot>(id).Count.ShouldBe(2);
        host.Partners.Of<WithdrawInvitations>(id).ShouldBeEmpty();
        (await host.ViewAsync(id)).State.ShouldBe("Cancelled");
    }

    [Fact]
    public async Task Should_give_back_a_slot_that_an_overtaken_attempt_may_have_got()
    {
        await using var host = await RequestsHost.StartAsync();
        host.Partners.OnHold = hold => hold.Revision == 1 ? null : Partners.None(hold);
        var id = await host.RequestAsync(RequestsHost.Body());
        await host.PartnersToldAsync<HoldSlot>(id, _ => true);
        await host.ActAsync(id, "reschedule", new { window = new { from = $"{RequestsHost.Today.AddDays(50):yyyy-MM-dd}", to = $"{RequestsHost.Today.AddDays(60):yyyy-MM-dd}" } });
        await host.PublishAsync(Partners.Held(host.Partners.Of<HoldSlot>(id)[0]));
        await host.StateAsync(id, "Unplaced");

        await host.PartnersToldAsync<ReleaseSlot>(id, release => release.Revision == 1);
    }

    [Fact]
    public async Task Should_ask_again_what_was_never_answered()
    {
        await using var host = await RequestsHost.StartAsync("--Requests:SweepEvery=00:00:00.2", "--Requests:StuckAfter=00:00:00.5");
        var deaf = 2;
        host.Partners.OnHold = hold => Interlocked.Decrement(ref deaf) >= 0 ? null : Partners.Held(hold);
        var id = await host.RequestAsync(RequestsHost.Body());

        await host.StateAsync(id, "AwaitingReplies");
        host.Partners.Of<HoldSlot>(id).ShouldAllBe(hold => hold.Revision == 1);
    }

    [Fact]
    public async Task Should_ask_again_also_where_a_clock_that_was_ahead_wrote_since_when()
    {
        await using var host = await RequestsHost.StartAsync("--Requests:SweepEvery=00:00:00.2", "--Requests:StuckAfter=00:00:02");
        var now = host.Clock.GetUtcNow();
        host.Clock.MoveTo(now.AddHours(1));
        host.Partners.OnHold = _ => null;
        var id = await host.RequestAsync(RequestsHost.Body());
        await host.PartnersToldAsync<HoldSlot>(id, _ => true);

        host.Partners.OnHold = Partners.Held;
        host.Clock.MoveTo(now);

        await host.StateAsync(id, "AwaitingReplies");
    }

    [Fact]
    public async Task Should_be_shown_as_stuck_while_nobody_answers()
    {
        await using var host = await RequestsHost.StartAsync("--Requests:SweepEvery=01:00:00", "--Requests:StuckAfter=00:00:00.2");
        host.Partners.OnHold = _ => null;
        var id = await host.RequestAsync(RequestsHost.Body());

        await host.UntilAsync(_ => StuckAsync(host), stuck => stuck.Items is [{ State: "Placing", WaitingSince: not null, MissedMoment: null } one] && one.ConferenceId == id, "the conference to count as stuck");
        await host.PublishAsync(Partners.Held(host.Partners.Of<HoldSlot>(id)[0]));
        await host.StateAsync(id, "AwaitingReplies");
        (await StuckAsync(host)).Total.ShouldBe(0);
    }

    private static async Task<Page<StuckConference>> StuckAsync(RequestsHost host)
    {
        using var answer = await host.SendAsync(HttpMethod.Get, "/api/conferences/stuck");
        return (await answer.Content.ReadFromJsonAsync<Page<StuckConference>>())!;
    }

    [Fact]
    public async Task Should_send_every_conference_again_when_asked()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await When_the_day_comes.ConfirmedAsync(host);
        await host.SettleAsync();
        var last = host.Partners.Of<ConferenceChanged>(id).MaxBy(changed => changed.Version)!;
        host.Partners.Received.Clear();

        await host.PublishAsync(new RepublishConferences { RequestedBy = "council" });
        await host.PartnersToldAsync<ConferenceChanged>(id, changed => changed.State == "Confirmed" && changed.Version == last.Version);
    }

    private static HospitalAnswered Answered(Guid id, string hospital, Answer answer, DateTimeOffset at) =>
        new() { ConferenceId = id, Revision = 1, HospitalId = hospital, Answer = answer, Channel = AnswerChannel.Link, AnsweredAt = at };
}
