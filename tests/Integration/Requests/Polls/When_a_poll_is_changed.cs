using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Shouldly;
using Xunit;
using static Conference.IntegrationTests.Requests.Polls.PollBodies;

namespace Conference.IntegrationTests.Requests.Polls;

public sealed class When_a_poll_is_changed
{
    [Fact]
    public async Task Should_put_other_times_and_keep_what_was_said_of_those_that_stay()
    {
        await using var host = await RequestsHost.StartAsync();
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

    [Fact]
    public async Task Should_keep_the_poll_when_another_time_is_not_found_and_end_it_when_it_is()
    {
        await using var host = await RequestsHost.StartAsync();
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_never_go_on_with_candidates_that_an_overtaken_amendment_has_left(bool oldOnesAreFree)
    {
        await using var host = await RequestsHost.StartAsync();
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
    public async Task Should_take_a_time_that_was_told_back_into_a_poll()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body(when: First));

        await host.ActAsync(id, "amend", Body());

        var view = await host.StateAsync(id, "Polling", revision: 2);
        view.Slot.ShouldBeNull();
        await host.SettleAsync();
        host.Partners.Of<SendPoll>(id).ShouldHaveSingleItem().Revision.ShouldBe(2);
        host.Partners.Of<ConferenceChanged>(id).MaxBy(changed => changed.Version)!.Start.ShouldBeNull();
    }

    [Fact]
    public async Task Should_be_called_off_with_all_candidates_given_back_and_hospitals_told()
    {
        await using var host = await RequestsHost.StartAsync();
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

    private static SlotUnavailable TooFew(HoldCandidates hold) => new()
    {
        ConferenceId = hold.ConferenceId,
        Revision = hold.Revision,
        Explanation = new SlotExplanation { Summary = new Contracts.Remark { Code = "no_candidate", Ja = "空いていません。", En = "None is free." } },
        KeptRevision = 2,
    };
}
