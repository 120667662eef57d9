using System.Net;
using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests;

public sealed class When_a_slot_is_offered
{
    [Fact]
    public async Task Should_invite_by_itself_a_conference_that_waits()
    {
        await using var host = await RequestsHost.StartAsync();
        host.Partners.OnHold = Partners.None;
        var id = await host.RequestUntilAsync("Unplaced", RequestsHost.Body());
        (await host.ViewAsync(id)).Waiting.ShouldBeTrue();
        var asked = host.Partners.Of<HoldSlot>(id).ShouldHaveSingleItem();
        asked.Wait!.Number.ShouldBe((await host.ViewAsync(id)).Number);

        await host.PublishAsync(Partners.Held(asked));

        var view = await host.StateAsync(id, "AwaitingReplies", revision: 1);
        (view.Waiting, view.Explanation).ShouldBe((false, null));
        (await host.TimelineAsync(id)).ShouldContain(step => step.Why.Code == "offered");
        // The refusal that the offer has overtaken changes nothing, not even while it is being confirmed.
        host.Partners.OnConfirm = _ => null;
        await host.AnswerAsync(id, "H1302", Answer.Accepted);
        await host.StateAsync(id, "Confirming");
        await host.PublishAsync(Partners.None(asked));
        await host.SettleAsync();
        (await host.ViewAsync(id)).Slot.ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_stop_and_begin_to_wait_as_the_coordinator_says()
    {
        await using var host = await RequestsHost.StartAsync();
        host.Partners.OnHold = Partners.None;
        var id = await host.RequestUntilAsync("Unplaced", RequestsHost.Body());

        await host.ActAsync(id, "wait", new { wait = false });
        await host.PartnersToldAsync<StopWaiting>(id, stop => stop.Revision == 1);
        (await host.ViewAsync(id)).Waiting.ShouldBeFalse();

        await host.ActAsync(id, "wait");
        await host.PartnersToldAsync<HoldSlot>(id, hold => hold is { Revision: 2, Wait: not null });
        await host.PublishAsync(Partners.Held(host.Partners.Of<HoldSlot>(id)[1]));
        await host.StateAsync(id, "AwaitingReplies", revision: 2);
        await host.ActAsync(id, "wait", expected: HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Should_give_back_what_is_offered_once_it_waits_no_longer()
    {
        await using var host = await RequestsHost.StartAsync();
        host.Partners.OnHold = Partners.None;
        var id = await host.RequestUntilAsync("Unplaced", RequestsHost.Body());
        await host.ActAsync(id, "wait", new { wait = false });
        await host.PartnersToldAsync<StopWaiting>(id, stop => stop.Revision == 1);

        await host.PublishAsync(Partners.Held(host.Partners.Of<HoldSlot>(id)[0]));

        await host.PartnersToldAsync<ReleaseSlot>(id, release => release.Revision == 1);
        await host.SettleAsync();
        (await host.ViewAsync(id)).State.ShouldBe("Unplaced");
        host.Partners.Of<SendInvitations>(id).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_seek_again_the_time_that_was_left_for_an_offer_that_came_too_late()
    {
        await using var host = await RequestsHost.StartAsync();
        host.Partners.OnHold = hold => hold.Revision == 1 || hold.Criteria.Start is not null ? Partners.Held(hold) : Partners.None(hold);
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body());
        var told = (await host.ViewAsync(id)).Slot!.Start;
        await host.AnswerAsync(id, "H1302", Answer.Declined);
        await host.StateAsync(id, "Unplaced");
        await host.PartnersToldAsync<HoldSlot>(id, hold => hold is { Revision: 3, Wait: not null });
        await host.ActAsync(id, "wait", new { wait = false });
        await host.PartnersToldAsync<StopWaiting>(id, stop => stop.Revision == 3);

        await host.PublishAsync(Partners.Held(host.Partners.Of<HoldSlot>(id)[^1]));

        (await host.StateAsync(id, "AwaitingReplies", revision: 4)).Slot!.Start.ShouldBe(told);
        host.Partners.Of<SendInvitations>(id).ShouldAllBe(sent => sent.Brief.Start == told);
    }

    [Fact]
    public async Task Should_be_newer_than_the_time_that_was_taken_back()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body());
        host.Partners.OnHold = Partners.None;

        await host.PublishAsync(new SlotHoldExpired { ConferenceId = id, Revision = 1 });
        await host.PartnersToldAsync<WithdrawInvitations>(id, withdrawn => withdrawn is { Revision: 2, TimeOnly: true });
        await host.PartnersToldAsync<HoldSlot>(id, hold => hold is { Revision: 3, Wait: not null });
        await host.PublishAsync(Partners.Held(host.Partners.Of<HoldSlot>(id)[^1]));

        await host.StateAsync(id, "AwaitingReplies", revision: 3);
        host.Partners.Of<SendInvitations>(id)[^1].Revision.ShouldBe(3);
    }

    [Fact]
    public async Task Should_keep_waiting_since_the_same_moment_when_it_is_amended()
    {
        await using var host = await RequestsHost.StartAsync();
        host.Partners.OnHold = Partners.None;
        var id = await host.RequestUntilAsync("Unplaced", RequestsHost.Body());

        await host.ActAsync(id, "amend", RequestsHost.Body(required: ["H1303"]));
        await host.PartnersToldAsync<HoldSlot>(id, hold => hold.Revision == 2);
        await host.StateAsync(id, "Unplaced");
        await host.ActAsync(id, "amend", RequestsHost.Body(required: ["H1304"]));
        await host.PartnersToldAsync<HoldSlot>(id, hold => hold.Revision == 3);

        var asked = host.Partners.Of<HoldSlot>(id);
        asked[2].Wait!.Since.ShouldBe(asked[1].Wait!.Since);
    }

    [Fact]
    public async Task Should_have_the_class_of_its_kind_unless_somebody_who_may_gives_another()
    {
        await using var host = await RequestsHost.StartAsync("--Requests:Priorities:joint_cancer_board=low");
        var body = (Dictionary<string, object>)RequestsHost.Body();
        var id = await host.RequestUntilAsync("AwaitingReplies", body);
        host.Partners.Of<HoldSlot>(id)[0].Priority.ShouldBe(PriorityClass.Low);

        var high = new Dictionary<string, object>(body) { ["priority"] = "high" };
        var other = await host.RequestUntilAsync("AwaitingReplies", high);
        host.Partners.Of<HoldSlot>(other)[0].Priority.ShouldBe(PriorityClass.High);
        (await host.ViewAsync(other)).Priority.ShouldBe(PriorityClass.High);

        var hospital = new Caller("u2", "施設 花子", Role.HospitalCoordinator, Scope.OfHospital("H1301"));
        using var refused = await host.SendAsync(HttpMethod.Post, "/api/conferences", high, hospital);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        // What was given stays when somebody without the right amends the rest.
        using var amended = await host.SendAsync(HttpMethod.Post, $"/api/conferences/{other}/amend", new Dictionary<string, object>(body) { ["caseCount"] = 2 }, hospital);
        amended.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await host.StateAsync(other, "AwaitingReplies", revision: 2);
        (await host.ViewAsync(other)).Priority.ShouldBe(PriorityClass.High);
        using var wrong = await host.SendAsync(HttpMethod.Post, "/api/conferences", new Dictionary<string, object>(body) { ["priority"] = "urgent" });
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
