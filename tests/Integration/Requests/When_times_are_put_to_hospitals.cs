using System.Net;
using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Requests.Lifecycle.Commands;
using Shouldly;
using Xunit;
using static Conference.IntegrationTests.Requests.PollBodies;

namespace Conference.IntegrationTests.Requests;

public sealed class When_times_are_put_to_hospitals
{
    [Fact]
    public async Task Should_decide_when_all_have_voted_and_ask_nobody_twice()
    {
        await using var host = await StartAsync();
        var id = await host.RequestUntilAsync("Polling", Body(required: ["H1302"], optional: ["H1303"]));
        await host.SettleAsync();
        host.Partners.Of<SendInvitations>(id).ShouldBeEmpty();
        host.Partners.Of<SendPoll>(id).ShouldHaveSingleItem().Hospitals.Select(hospital => hospital.HospitalId).ShouldBe(["H1302", "H1303"]);
        host.Partners.Of<ConferenceChanged>(id).ShouldAllBe(changed => changed.Start == null);

        await host.VoteAsync(id, "H1302", 1, (First, false), (Second, true), (Third, true));
        await host.VoteAsync(id, "H1303", 1, (First, true), (Second, true), (Third, null));

        var confirmed = await host.StateAsync(id, "Confirmed", revision: 2);
        confirmed.Slot!.Start.ShouldBe(Second);
        confirmed.Poll!.Decided.ShouldBe(Second);
        confirmed.Participants.Select(participant => participant.Answer).ShouldBe([Answer.Accepted, Answer.Accepted, Answer.Accepted]);
        var take = host.Partners.Of<TakeCandidate>(id).ShouldHaveSingleItem();
        (take.Start, take.PollRevision, take.Revision).ShouldBe((Second, 1, 2));
        var invitations = host.Partners.Of<SendInvitations>(id).ShouldHaveSingleItem();
        invitations.PollRevision.ShouldBe(1);
        invitations.Counted.Select(counted => (counted.HospitalId, counted.Answer)).ShouldBe([("H1302", Answer.Accepted), ("H1303", Answer.Accepted)]);
    }

    [Fact]
    public async Task Should_count_a_later_vote_and_no_older_one()
    {
        await using var host = await StartAsync();
        var id = await host.RequestUntilAsync("Polling", Body(required: ["H1302", "H1303"]));
        var early = Vote(host, id, "H1302", Answer.Accepted, TimeSpan.FromMinutes(-10));
        await host.VoteAsync(id, "H1302", 1, (First, false), (Second, false), (Third, true));
        await host.SettleAsync();

        await host.PublishAsync(early, early);
        await host.PublishAsync(early with { Revision = 7, VotedAt = host.Clock.GetUtcNow() });
        await host.SettleAsync();

        (await host.ViewAsync(id)).Poll!.Votes.Single(vote => vote.HospitalId == "H1302").Marks.Select(mark => mark.Answer).ShouldBe([Answer.Declined, Answer.Declined, Answer.Accepted]);
        (await host.TimelineAsync(id)).Count(entry => entry.Why.Code == "hospital_voted").ShouldBe(1);
    }

    [Fact]
    public async Task Should_remind_before_the_deadline_and_decide_at_it_by_the_rule()
    {
        await using var host = await StartAsync();
        var id = await host.RequestUntilAsync("Polling", Body(required: ["H1302"], optional: ["H1303", "H1304"]));
        await host.VoteAsync(id, "H1302", 1, (First, null), (Second, true), (Third, null));
        await host.VoteAsync(id, "H1303", 1, (First, true), (Second, false), (Third, true));
        await host.SettleAsync();

        await host.RingAtAsync(id, Deadline.AddDays(-2));
        await host.PartnersToldAsync<SendReminders>(id, told => told is { Purpose: ReminderPurpose.PollChaser, Revision: 1 });
        (await host.ViewAsync(id)).State.ShouldBe("Polling");
        await host.RingAtAsync(id, Deadline);

        // Two ○ each, but the second has a ×; of the first and the third the earlier.
        var waiting = await host.StateAsync(id, "AwaitingReplies", revision: 2);
        waiting.Slot!.Start.ShouldBe(First);
        waiting.Participants.Select(participant => participant.Answer).ShouldBe([Answer.Accepted, Answer.Tentative, Answer.Accepted, null]);
    }

    [Theory]
    [InlineData("confirm_if_quorum", "Unplaced")]
    [InlineData("cancel", "Cancelled")]
    public async Task Should_leave_it_to_the_coordinator_or_call_it_off_when_no_candidate_suits(string policy, string state)
    {
        await using var host = await StartAsync();
        var id = await host.RequestUntilAsync("Polling", Body(required: ["H1302", "H1303"], policy: policy));
        await host.VoteAsync(id, "H1302", 1, (First, false), (Second, true), (Third, false));
        await host.VoteAsync(id, "H1303", 1, (First, true), (Second, false), (Third, false));
        await host.SettleAsync();
        (await host.ViewAsync(id)).State.ShouldBe("Polling");

        await host.RingAtAsync(id, Deadline);

        var view = await host.StateAsync(id, state);
        await host.SettleAsync();
        host.Partners.Of<ReleaseSlot>(id).Count.ShouldBe(policy == "cancel" ? 1 : 0);
        if (state == "Cancelled")
            return;
        view.Explanation!.Summary.Code.ShouldBe("no_candidate_suits");
        view.Explanation.Relaxations.Select(way => (way.Start, string.Join(",", way.MakeOptional))).ShouldBe([(First, "H1302"), (Second, "H1303"), (Third, "H1302,H1303")]);
    }

    [Fact]
    public async Task Should_let_the_coordinator_decide_without_a_hospital_that_cannot()
    {
        await using var host = await StartAsync();
        var id = await host.RequestUntilAsync("Polling", Body(required: ["H1302", "H1303"]));
        await host.VoteAsync(id, "H1302", 1, (First, true), (Second, true), (Third, true));
        await host.VoteAsync(id, "H1303", 1, (First, false), (Second, false), (Third, false));
        await host.RingAtAsync(id, Deadline);
        await host.StateAsync(id, "Unplaced");

        await host.ActAsync(id, "poll/decide", new { start = Text(Third) }, HttpStatusCode.Conflict);
        await host.ActAsync(id, "poll/decide", new { start = Text(Third.AddHours(1)) }, HttpStatusCode.BadRequest);
        await host.ActAsync(id, "poll/decide", new { start = Text(Third), makeOptional = new[] { "H1303" } });

        var view = await host.StateAsync(id, "Confirmed");
        view.Slot!.Start.ShouldBe(Third);
        view.Request.Participants.Select(hospital => hospital.Required).ShouldBe([true, false]);
        view.Participants.Select(participant => participant.Answer).ShouldBe([Answer.Accepted, Answer.Accepted, Answer.Declined]);
    }

    [Fact]
    public async Task Should_be_decided_early_once_however_often_it_is_asked_for()
    {
        await using var host = await StartAsync();
        var id = await host.RequestUntilAsync("Polling", Body(required: ["H1302"]));

        await host.PublishAsync(Decision(id, Second), Decision(id, Second), Decision(id, First));
        await host.StateAsync(id, "AwaitingReplies", revision: 2);
        await host.SettleAsync();

        host.Partners.Of<TakeCandidate>(id).Select(take => take.Start).Distinct().ShouldBe([Second]);
        (await host.ViewAsync(id)).Slot!.Start.ShouldBe(Second);
    }

    [Fact]
    public async Task Should_ask_again_while_others_are_silent()
    {
        await using var host = await StartAsync("--Requests:StuckAfter=00:00:00.5", "--Requests:SweepEvery=00:00:00.2");
        var times = 0;
        host.Partners.OnHoldCandidates = hold => times++ == 0 ? null : Partners.AllHeld(hold);
        var polls = 0;
        host.Partners.OnPoll = poll => polls++ == 0 ? null : new PollSent { ConferenceId = poll.ConferenceId, Revision = poll.Revision, Mails = 1 };
        var takes = 0;
        host.Partners.OnTakeCandidate = take => takes++ == 0 ? null : host.Partners.Taken(take);
        var id = await host.RequestUntilAsync("Polling", Body(required: ["H1302"]));
        await host.UntilTimelineAsync(id, "poll_sent");

        await host.VoteAsync(id, "H1302", 1, (First, true), (Second, false), (Third, false));

        (await host.StateAsync(id, "Confirmed")).Slot!.Start.ShouldBe(First);
        host.Partners.Of<TakeCandidate>(id).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Should_keep_the_poll_when_another_time_is_not_found_and_end_it_when_it_is()
    {
        await using var host = await StartAsync();
        host.Partners.OnHold = Partners.None;
        var id = await host.RequestUntilAsync("Polling", Body(required: ["H1302"]));
        await host.SettleAsync();

        await host.ActAsync(id, "reschedule", new { slot = new { start = Text(Third.AddDays(3)) } });
        await host.UntilTimelineAsync(id, "move_impossible");
        (await host.StateAsync(id, "Polling")).Poll!.Open.ShouldBeTrue();
        host.Partners.Of<WithdrawInvitations>(id).ShouldBeEmpty();
        host.Partners.OnHold = Partners.Held;
        await host.ActAsync(id, "reschedule", new { slot = new { start = Text(Third.AddDays(3)) } });

        var view = await host.StateAsync(id, "AwaitingReplies");
        view.Slot!.Start.ShouldBe(Third.AddDays(3));
        view.Poll.ShouldBeNull();
        host.Partners.Of<SendInvitations>(id).ShouldHaveSingleItem().PollRevision.ShouldBeNull();
    }

    [Fact]
    public async Task Should_put_other_times_and_keep_what_was_said_of_those_that_stay()
    {
        await using var host = await StartAsync();
        var id = await host.RequestUntilAsync("Polling", Body(required: ["H1302", "H1303"]));
        await host.VoteAsync(id, "H1302", 1, (First, false), (Second, true), (Third, true));
        await host.SettleAsync();

        await host.ActAsync(id, "amend", Body(required: ["H1302", "H1303"], candidates: [Second, Third, Third.AddDays(1)]));
        var view = await host.StateAsync(id, "Polling", revision: 2);

        view.Poll!.Votes.Single(vote => vote.HospitalId == "H1302").Marks.Select(mark => mark.Start).ShouldBe([Second, Third]);
        await host.VoteAsync(id, "H1303", 1, (First, true), (Second, true), (Third, true));
        await host.SettleAsync();
        (await host.ViewAsync(id)).Poll!.Votes.Single(vote => vote.HospitalId == "H1303").Marks.ShouldBeEmpty();
        await host.VoteAsync(id, "H1303", 2, (Second, true), (Third, true), (Third.AddDays(1), true));
        await host.VoteAsync(id, "H1302", 2, (Second, true), (Third, true), (Third.AddDays(1), true));
        (await host.StateAsync(id, "Confirmed")).Slot!.Start.ShouldBe(Second);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_never_go_on_with_candidates_that_an_overtaken_amendment_has_left(bool oldOnesAreFree)
    {
        await using var host = await StartAsync();
        var id = await host.RequestUntilAsync("Polling", Body(required: ["H1302", "H1303"]));
        await host.VoteAsync(id, "H1302", 1, (First, false), (Second, true), (Third, true));
        await host.SettleAsync();
        // Booking has taken others for the first amendment, and finds too few for the second, which came before its answer.
        host.Partners.OnHoldCandidates = hold => hold.Revision switch
        {
            2 => null,
            4 when oldOnesAreFree => Partners.AllHeld(hold),
            _ => TooFew(hold),
        };
        await host.ActAsync(id, "amend", Body(required: ["H1302", "H1303"], candidates: [First.AddDays(10), Second.AddDays(10)]));
        await host.PartnersToldAsync<HoldCandidates>(id, hold => hold.Revision == 2);
        await host.ActAsync(id, "amend", Body(required: ["H1302", "H1303"], candidates: [First.AddDays(20), Second.AddDays(20)]));

        if (oldOnesAreFree)
        {
            var view = await host.StateAsync(id, "Polling", revision: 4);
            view.Poll!.Candidates.Select(candidate => candidate.Start).ShouldBe([First, Second, Third], ignoreOrder: true);
            view.Poll.Votes.Single(vote => vote.HospitalId == "H1302").Marks.Count.ShouldBe(3);
            await host.PartnersToldAsync<SendPoll>(id, poll => poll.Revision == 4);
        }
        else
        {
            (await host.StateAsync(id, "Unplaced")).Poll!.Open.ShouldBeFalse();
            await host.PartnersToldAsync<ReleaseSlot>(id, release => release.Revision == 5);
            await host.PartnersToldAsync<WithdrawInvitations>(id, told => told.TimeOnly);
        }
    }

    [Fact]
    public async Task Should_be_called_off_with_all_candidates_given_back_and_hospitals_told()
    {
        await using var host = await StartAsync();
        var id = await host.RequestUntilAsync("Polling", Body());
        await host.SettleAsync();

        await host.ActAsync(id, "cancel");
        await host.StateAsync(id, "Cancelled");
        await host.SettleAsync();
        await host.PublishAsync(Partners.AllHeld(host.Partners.Of<HoldCandidates>(id)[0]));
        await host.SettleAsync();

        host.Partners.Of<WithdrawInvitations>(id).ShouldHaveSingleItem().TimeOnly.ShouldBeFalse();
        host.Partners.Of<ReleaseSlot>(id).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_end_when_no_candidate_is_held_any_more()
    {
        await using var host = await StartAsync();
        var id = await host.RequestUntilAsync("Polling", Body());
        await host.SettleAsync();

        foreach (var start in new[] { First, Second, First, Third })
            await host.PublishAsync(new CandidateExpired { ConferenceId = id, Revision = 1, Start = start });

        var view = await host.StateAsync(id, "Unplaced");
        await host.SettleAsync();
        view.Explanation!.Summary.Code.ShouldBe("candidates_gone");
        view.Poll!.Open.ShouldBeFalse();
        host.Partners.Of<WithdrawInvitations>(id).ShouldHaveSingleItem().TimeOnly.ShouldBeTrue();
        await host.ActAsync(id, "poll/decide", new { start = Text(First) }, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Should_say_in_the_timeline_which_candidate_was_lost_and_why()
    {
        await using var host = await StartAsync();
        var id = await host.RequestUntilAsync("Polling", Body());
        await host.SettleAsync();
        var why = new Contracts.Remark { Code = "site_closed", Ja = "停電です。", En = "A power cut." };

        await host.PublishAsync(new CandidateExpired { ConferenceId = id, Revision = 1, Start = First, Why = why });
        await host.SettleAsync();
        (await host.ViewAsync(id)).Poll!.Candidates.Where(candidate => candidate.Held).Select(candidate => candidate.Start).ShouldBe([Second, Third]);
        (await host.TimelineAsync(id)).ShouldContain(entry => entry.Why.Code == "candidate_lost" && entry.Why.Ja.EndsWith("停電です。"));

        host.Partners.Of<DropCandidate>(id).ShouldHaveSingleItem().Start.ShouldBe(First);

        foreach (var start in new[] { Second, Third })
            await host.PublishAsync(new CandidateExpired { ConferenceId = id, Revision = 1, Start = start, Why = why });
        var view = await host.StateAsync(id, "Unplaced");
        view.Explanation!.Blocking.ShouldHaveSingleItem().Code.ShouldBe("site_closed");
    }

    [Fact]
    public async Task Should_decide_when_only_the_candidate_that_was_lost_was_still_to_be_marked()
    {
        await using var host = await StartAsync();
        var id = await host.RequestUntilAsync("Polling", Body(required: ["H1302"]));
        await host.VoteAsync(id, "H1302", 1, (Second, true), (Third, true));
        await host.SettleAsync();
        (await host.ViewAsync(id)).State.ShouldBe("Polling");

        await host.PublishAsync(new CandidateExpired { ConferenceId = id, Revision = 1, Start = First });

        (await host.StateAsync(id, "Confirmed", revision: 2)).Slot!.Start.ShouldBe(Second);
    }

    [Fact]
    public async Task Should_go_on_with_the_others_when_the_candidate_decided_on_has_gone()
    {
        await using var host = await StartAsync();
        host.Partners.OnTakeCandidate = take => take.Start == First ? Expired(take, kept: take.PollRevision) : host.Partners.Taken(take);
        var id = await host.RequestUntilAsync("Polling", Body(required: ["H1302"]));

        await host.ActAsync(id, "poll/decide", new { start = Text(First) });
        await host.UntilTimelineAsync(id, "poll_goes_on");
        await host.SettleAsync();

        var view = await host.ViewAsync(id);
        (view.State, view.Poll!.Decided).ShouldBe(("Polling", null));
        view.Poll.Candidates.Where(candidate => candidate.Held).Select(candidate => candidate.Start).ShouldBe([Second, Third]);
        host.Partners.Of<DropCandidate>(id).ShouldHaveSingleItem().Start.ShouldBe(First);
        host.Partners.Of<WithdrawInvitations>(id).ShouldBeEmpty();
        host.Partners.Of<ReleaseSlot>(id).ShouldBeEmpty();
        await host.VoteAsync(id, "H1302", 1, (Second, true), (Third, false));
        (await host.StateAsync(id, "Confirmed", revision: 3)).Slot!.Start.ShouldBe(Second);
    }

    [Fact]
    public async Task Should_go_on_without_those_that_were_lost_while_another_was_being_taken()
    {
        await using var host = await StartAsync();
        host.Partners.OnTakeCandidate = _ => null;
        var id = await host.RequestUntilAsync("Polling", Body());
        await host.ActAsync(id, "poll/decide", new { start = Text(First) });
        await host.PartnersToldAsync<TakeCandidate>(id, _ => true);

        foreach (var start in new[] { First, Second })
            await host.PublishAsync(new CandidateExpired { ConferenceId = id, Revision = 1, Start = start });
        await host.SettleAsync();
        await host.PublishAsync(Expired(host.Partners.Of<TakeCandidate>(id)[0], kept: 1));

        var view = await host.StateAsync(id, "Polling");
        view.Poll!.Candidates.Where(candidate => candidate.Held).Select(candidate => candidate.Start).ShouldBe([Third]);
    }

    [Fact]
    public async Task Should_take_the_poll_back_when_the_candidate_decided_on_was_the_last()
    {
        await using var host = await StartAsync();
        host.Partners.OnTakeCandidate = take => Expired(take, kept: null);
        var id = await host.RequestUntilAsync("Polling", Body());

        await host.ActAsync(id, "poll/decide", new { start = Text(First) });
        await host.StateAsync(id, "Unplaced");
        await host.SettleAsync();

        host.Partners.Of<SendInvitations>(id).ShouldBeEmpty();
        host.Partners.Of<WithdrawInvitations>(id).ShouldHaveSingleItem().TimeOnly.ShouldBeTrue();
        host.Partners.Of<ReleaseSlot>(id).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_take_a_time_that_was_told_back_into_a_poll()
    {
        await using var host = await StartAsync();
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body(when: First));

        await host.ActAsync(id, "amend", Body());

        var view = await host.StateAsync(id, "Polling", revision: 2);
        view.Slot.ShouldBeNull();
        await host.SettleAsync();
        host.Partners.Of<SendPoll>(id).ShouldHaveSingleItem().Revision.ShouldBe(2);
        host.Partners.Of<ConferenceChanged>(id).MaxBy(changed => changed.Version)!.Start.ShouldBeNull();
    }

    private static async Task<RequestsHost> StartAsync(params string[] settings)
    {
        var host = await RequestsHost.StartAsync(settings);
        host.Partners.OnTakeCandidate = host.Partners.Taken;
        return host;
    }

    private static SlotUnavailable Expired(TakeCandidate take, int? kept) => new()
    {
        ConferenceId = take.ConferenceId,
        Revision = take.Revision,
        Explanation = new SlotExplanation { Summary = new Contracts.Remark { Code = "hold_expired", Ja = "期限切れ", En = "Expired" } },
        KeptRevision = kept,
    };

    private static SlotUnavailable TooFew(HoldCandidates hold) => new()
    {
        ConferenceId = hold.ConferenceId,
        Revision = hold.Revision,
        Explanation = new SlotExplanation { Summary = new Contracts.Remark { Code = "no_candidate", Ja = "空いていません。", En = "None is free." } },
        KeptRevision = 2,
    };

    private static DecidePoll Decision(Guid id, DateTimeOffset start) => new() { ConferenceId = id, By = "調整担当", Start = start };

    private static HospitalVoted Vote(RequestsHost host, Guid id, string hospitalId, Answer answer, TimeSpan ago) => new()
    {
        ConferenceId = id,
        Revision = 1,
        HospitalId = hospitalId,
        Marks = [.. new[] { First, Second, Third }.Select(start => new CandidateMark { Start = start, Answer = answer })],
        Channel = AnswerChannel.Link,
        VotedAt = host.Clock.GetUtcNow() + ago,
    };
}
