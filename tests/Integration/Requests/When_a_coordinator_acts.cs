using System.Net;
using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests;

public sealed class When_a_coordinator_acts
{
    [Fact]
    public async Task Should_move_a_confirmed_conference_and_ask_all_again()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await When_the_day_comes.ConfirmedAsync(host);
        var start = When_a_required_hospital_declines.Evening(30);

        await host.ActAsync(id, "reschedule", new { slot = new { start = start.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture) } });
        var view = await host.StateAsync(id, "AwaitingReplies", revision: 2);

        view.Slot!.Start.ShouldBe(start.ToUniversalTime());
        view.Participants.Single(hospital => hospital.HospitalId == "H1302").Answer.ShouldBeNull();
    }

    [Fact]
    public async Task Should_leave_everything_as_it_was_when_there_is_no_other_time()
    {
        await using var host = await RequestsHost.StartAsync();
        host.Partners.OnHold = hold => hold.Revision == 1 ? Partners.Held(hold) : Partners.None(hold);
        var id = await When_the_day_comes.ConfirmedAsync(host);
        var before = await host.ViewAsync(id);

        await host.ActAsync(id, "reschedule", new { window = new { from = $"{RequestsHost.Today.AddDays(50):yyyy-MM-dd}", to = $"{RequestsHost.Today.AddDays(60):yyyy-MM-dd}" } });
        await host.UntilAsync(_ => host.TimelineAsync(id), timeline => timeline[^1].Why.Code == "move_impossible", "the move to fail");
        var after = await host.ViewAsync(id);
        await host.SettleAsync();

        (after.State, after.Revision, after.Slot!.Start, after.Request.Window).ShouldBe(("Confirmed", 1, before.Slot!.Start, before.Request.Window));
        after.Participants.Single(hospital => hospital.HospitalId == "H1302").Answer.ShouldBe(Answer.Accepted);
        host.Partners.Of<HoldSlot>(id)[1].Criteria.Avoid.ShouldHaveSingleItem().Start.ShouldBe(before.Slot.Start);
        host.Partners.Of<SendInvitations>(id).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_call_off_and_tell_all_who_were_told()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await When_the_day_comes.ConfirmedAsync(host);

        await host.ActAsync(id, "cancel", new { reason = "台風のため" });
        var view = await host.StateAsync(id, "Cancelled");
        await host.ActAsync(id, "cancel");
        await host.ActAsync(id, "reschedule", new { }, HttpStatusCode.Conflict);
        await host.SettleAsync();

        view.Revision.ShouldBe(2);
        host.Partners.Of<WithdrawInvitations>(id).Single().Revision.ShouldBe(2);
        host.Partners.Of<ReleaseSlot>(id).Single().Revision.ShouldBe(2);
        (await host.TimelineAsync(id))[^1].Why.Ja.ShouldContain("台風のため");
        host.Partners.Received.OfType<ConferenceChanged>().Last(changed => changed.ConferenceId == id).State.ShouldBe("Cancelled");
    }

    [Fact]
    public async Task Should_amend_the_title_in_place_and_keep_the_time_when_a_hospital_is_added()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await When_the_day_comes.ConfirmedAsync(host);
        var start = (await host.ViewAsync(id)).Slot!.Start;

        await host.ActAsync(id, "amend", RequestsHost.Body(title: "合同キャンサーボード（肝）"));
        await host.UntilAsync(_ => host.ViewAsync(id), view => view.Request.Title == "合同キャンサーボード（肝）", "the new title");
        (await host.ViewAsync(id)).State.ShouldBe("Confirmed");
        await host.ActAsync(id, "amend", RequestsHost.Body(title: "合同キャンサーボード（肝）", optional: ["H1401"]));
        var view = await host.StateAsync(id, "Confirmed", revision: 2);
        await host.SettleAsync();

        // Same time: who had accepted need not do so again.
        view.Slot!.Start.ShouldBe(start);
        host.Partners.Of<SendInvitations>(id)[^1].Hospitals.Select(hospital => hospital.HospitalId).ShouldBe(["H1301", "H1302", "H1401"]);
        using var seen = await host.SendAsync(HttpMethod.Get, $"/api/conferences/{id}", caller: RequestsHost.National with { Role = Conference.Platform.Authorization.Role.HospitalCoordinator, Scope = Conference.Platform.Authorization.Scope.OfHospital("H1401") });
        seen.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_place_an_unplaced_request_after_it_was_amended()
    {
        await using var host = await RequestsHost.StartAsync();
        host.Partners.OnHold = hold => hold.Revision == 1 ? Partners.None(hold) : Partners.Held(hold);
        var id = await host.RequestUntilAsync("Unplaced", RequestsHost.Body());

        await host.ActAsync(id, "confirm", expected: HttpStatusCode.Conflict);
        await host.ActAsync(id, "amend", RequestsHost.Body(required: ["H1303"]));
        var view = await host.StateAsync(id, "AwaitingReplies");

        (view.Revision, view.Explanation).ShouldBe((2, null));
        view.Participants.Select(hospital => hospital.HospitalId).ShouldBe(["H1301", "H1303"]);
    }

    [Fact]
    public async Task Should_confirm_before_everybody_has_answered()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body());

        await host.ActAsync(id, "confirm");
        await host.StateAsync(id, "Confirmed");
        await host.SettleAsync();

        host.Partners.Of<AnnounceConfirmation>(id).ShouldHaveSingleItem();
    }
}
