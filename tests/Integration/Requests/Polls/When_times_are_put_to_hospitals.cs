using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Shouldly;
using Xunit;
using static Conference.IntegrationTests.Requests.Polls.PollBodies;

namespace Conference.IntegrationTests.Requests.Polls;

public sealed class When_times_are_put_to_hospitals
{
    [Fact]
    public async Task Should_decide_when_all_have_voted_and_ask_nobody_twice()
    {
        await using var host = await RequestsHost.StartAsync();
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
        await using var host = await RequestsHost.StartAsync();
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
        await using var host = await RequestsHost.StartAsync();
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
        await using var host = await RequestsHost.StartAsync();
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
    public async Task Should_ask_again_while_others_are_silent()
    {
        await using var host = await RequestsHost.StartAsync("--Requests:StuckAfter=00:00:00.5", "--Requests:SweepEvery=00:00:00.2");
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
