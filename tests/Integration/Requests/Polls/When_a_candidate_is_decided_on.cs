using System.Net;
using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Requests.Lifecycle.Commands;
using Shouldly;
using Xunit;
using static Conference.IntegrationTests.Requests.Polls.PollBodies;

namespace Conference.IntegrationTests.Requests.Polls;

public sealed class When_a_candidate_is_decided_on
{
    [Fact]
    public async Task Should_let_the_coordinator_decide_without_a_hospital_that_cannot()
    {
        await using var host = await RequestsHost.StartAsync();
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
        await using var host = await RequestsHost.StartAsync();
        var id = await host.RequestUntilAsync("Polling", Body(required: ["H1302"]));

        await host.PublishAsync(Decision(id, Second), Decision(id, Second), Decision(id, First));
        await host.StateAsync(id, "AwaitingReplies", revision: 2);
        await host.SettleAsync();

        host.Partners.Of<TakeCandidate>(id).Select(take => take.Start).Distinct().ShouldBe([Second]);
        (await host.ViewAsync(id)).Slot!.Start.ShouldBe(Second);
    }

    [Fact]
    public async Task Should_go_on_with_the_others_when_the_candidate_decided_on_has_gone()
    {
        await using var host = await RequestsHost.StartAsync();
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
        await using var host = await RequestsHost.StartAsync();
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
        await using var host = await RequestsHost.StartAsync();
        host.Partners.OnTakeCandidate = take => Expired(take, kept: null);
        var id = await host.RequestUntilAsync("Polling", Body());

        await host.ActAsync(id, "poll/decide", new { start = Text(First) });
        await host.StateAsync(id, "Unplaced");
        await host.SettleAsync();

        host.Partners.Of<SendInvitations>(id).ShouldBeEmpty();
        host.Partners.Of<WithdrawInvitations>(id).ShouldHaveSingleItem().TimeOnly.ShouldBeTrue();
        host.Partners.Of<ReleaseSlot>(id).ShouldHaveSingleItem();
    }

    private static DecidePoll Decision(Guid id, DateTimeOffset start) => new() { ConferenceId = id, By = "調整担当", Start = start };

    private static SlotUnavailable Expired(TakeCandidate take, int? kept) => new()
    {
        ConferenceId = take.ConferenceId,
        Revision = take.Revision,
        Explanation = new SlotExplanation { Summary = new Contracts.Remark { Code = "hold_expired", Ja = "期限切れ", En = "Expired" } },
        KeptRevision = kept,
    };
}
