using System.Net;
using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Shouldly;
using Xunit;
using static Conference.IntegrationTests.Requests.Polls.PollBodies;

namespace Conference.IntegrationTests.Requests.Polls;

public sealed class When_a_candidate_is_lost
{
    [Fact]
    public async Task Should_say_in_the_timeline_which_candidate_was_lost_and_why()
    {
        await using var host = await RequestsHost.StartAsync();
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
        await using var host = await RequestsHost.StartAsync();
        var id = await host.RequestUntilAsync("Polling", Body(required: ["H1302"]));
        await host.VoteAsync(id, "H1302", 1, (Second, true), (Third, true));
        await host.SettleAsync();
        (await host.ViewAsync(id)).State.ShouldBe("Polling");

        await host.PublishAsync(new CandidateExpired { ConferenceId = id, Revision = 1, Start = First });

        (await host.StateAsync(id, "Confirmed", revision: 2)).Slot!.Start.ShouldBe(Second);
    }

    [Fact]
    public async Task Should_end_when_no_candidate_is_held_any_more()
    {
        await using var host = await RequestsHost.StartAsync();
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
}
