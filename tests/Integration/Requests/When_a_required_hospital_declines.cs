using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests;

public sealed class When_a_required_hospital_declines
{
    [Fact]
    public async Task Should_hold_a_new_slot_before_releasing_the_old()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body(required: ["H1302", "H1303"]));
        var old = (await host.ViewAsync(id)).Slot!;
        await host.AnswerAsync(id, "H1303", Answer.Accepted);
        await host.AnswerAsync(id, "H1302", Answer.Declined);
        var view = await host.StateAsync(id, "AwaitingReplies", revision: 2);
        await host.SettleAsync();

        view.Slot!.Start.ShouldNotBe(old.Start);
        var holds = host.Partners.Of<HoldSlot>(id);
        holds.Select(hold => hold.Revision).ShouldBe([1, 2]);
        holds[1].Criteria.Avoid.ShouldHaveSingleItem().Start.ShouldBe(old.Start);
        host.Partners.Of<ReleaseSlot>(id).ShouldBeEmpty();
        host.Partners.Of<SendInvitations>(id).Select(send => (send.Revision, send.Brief.Start)).ShouldBe([(1, old.Start), (2, view.Slot.Start)]);
        view.Participants.Where(hospital => hospital.HospitalId != "H1301").ShouldAllBe(hospital => hospital.Answer == null);
    }

    [Fact]
    public async Task Should_keep_the_old_slot_for_the_coordinator_when_there_is_no_other()
    {
        await using var host = await RequestsHost.StartAsync();
        host.Partners.OnHold = hold => hold.Revision == 1 ? Partners.Held(hold) : Partners.None(hold);
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body());
        await host.AnswerAsync(id, "H1302", Answer.Declined);
        var view = await host.StateAsync(id, "Unplaced");

        view.Slot.ShouldNotBeNull();
        view.Explanation!.BlockingHospitals.ShouldBe(["H1302"]);
        view.Explanation.Summary.Ja.ShouldContain("H1302病院");
        await host.ActAsync(id, "confirm");
        await host.StateAsync(id, "Confirmed");
        await host.SettleAsync();
        host.Partners.Of<AnnounceConfirmation>(id).Single().Revision.ShouldBe(1);
    }

    [Fact]
    public async Task Should_leave_a_fixed_time_to_the_coordinator()
    {
        await using var host = await RequestsHost.StartAsync();
        var offered = new Relaxation { Change = new Contracts.Remark { Code = "other_day", Ja = "別の日", En = "Another day" }, Start = Evening(21), DurationMinutes = 60 };
        host.Partners.OnHold = hold => hold.Revision == 1 ? Partners.Held(hold) : Partners.None(hold) with { Explanation = Partners.None(hold).Explanation with { Relaxations = [offered] } };
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body(Evening(20), optional: ["H1303"]));
        await host.AnswerAsync(id, "H1302", Answer.Declined);
        var view = await host.StateAsync(id, "Unplaced");
        await host.SettleAsync();

        view.Explanation!.Summary.Code.ShouldBe("fixed_time_declined");
        view.Explanation.Relaxations.Select(relaxation => (relaxation.Change.Code, relaxation.Start, string.Join(',', relaxation.MakeOptional)))
            .ShouldBe([("make_optional", Evening(20), "H1302"), ("other_day", Evening(21), "")]);
        host.Partners.Of<HoldSlot>(id)[1].Criteria.Avoid.ShouldHaveSingleItem().Start.ShouldBe(Evening(20));
        host.Partners.Of<SendInvitations>(id).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_keep_the_time_when_the_hospital_becomes_optional()
    {
        await using var host = await RequestsHost.StartAsync();
        host.Partners.OnHold = hold => hold.Criteria.Avoid.Count > 0 ? Partners.None(hold) : Partners.Held(hold);
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body(Evening(20), required: ["H1302", "H1303"]));
        await host.AnswerAsync(id, "H1303", Answer.Accepted);
        await host.AnswerAsync(id, "H1302", Answer.Declined);
        await host.StateAsync(id, "Unplaced");

        await host.ActAsync(id, "amend", RequestsHost.Body(Evening(20), required: ["H1303"], optional: ["H1302"]));
        (await host.StateAsync(id, "Confirmed")).Slot!.Start.ShouldBe(Evening(20));
    }

    [Fact]
    public async Task Should_find_another_time_even_when_confirmed_but_only_for_a_required_one()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body(optional: ["H1303"], quorum: 3));
        await host.AnswerAsync(id, "H1302", Answer.Accepted);
        await host.AnswerAsync(id, "H1303", Answer.Accepted);
        await host.StateAsync(id, "Confirmed");
        await host.AnswerAsync(id, "H1303", Answer.Declined);
        await host.SettleAsync();
        (await host.ViewAsync(id)).State.ShouldBe("Confirmed");
        (await host.TimelineAsync(id))[^1].Why.Code.ShouldBe("too_few_now");

        await host.AnswerAsync(id, "H1302", Answer.Declined);
        (await host.StateAsync(id, "AwaitingReplies", revision: 2)).Slot.ShouldNotBeNull();
    }

    internal static DateTimeOffset Evening(int days) => new(RequestsHost.Today.AddDays(days), new TimeOnly(17, 30), TimeSpan.FromHours(9));
}
