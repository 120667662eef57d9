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
}
