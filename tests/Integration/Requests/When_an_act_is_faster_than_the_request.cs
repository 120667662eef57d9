using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests;

/// <summary>The request was accepted, its message is still on its way, and the coordinator has already changed their mind.</summary>
public sealed class When_an_act_is_faster_than_the_request
{
    private static readonly ConferenceRequest Request = new()
    {
        Title = "合同キャンサーボード（膵）",
        Kind = ConferenceKind.JointCancerBoard,
        HostHospitalId = "H1301",
        DurationMinutes = 60,
        Window = new DateWindow { From = RequestsHost.Today.AddDays(20), To = RequestsHost.Today.AddDays(40) },
        Participants = [new ConferenceParticipant { HospitalId = "H1302", Required = true, Role = ParticipantRole.Presenter }],
    };

    [Fact]
    public async Task Should_be_called_off_at_once_and_never_be_placed()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.AcceptAsync("2026-900001", Request);
        await host.ActAsync(id, "cancel", new { reason = "二重に依頼したため" });
        await host.StateAsync(id, "Cancelled");

        await RequestAsync(host, id, "2026-900001");
        (await host.ViewAsync(id)).State.ShouldBe("Cancelled");
        host.Partners.Of<HoldSlot>(id).ShouldBeEmpty();
        var timeline = await host.TimelineAsync(id);
        timeline.Select(entry => (entry.Why.Code, entry.By)).ShouldBe([("requested", "依頼 太郎"), ("cancelled", "全国 花子")]);
        timeline[0].Why.Ja.ShouldNotContain("二重");
    }

    [Fact]
    public async Task Should_be_placed_as_amended()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.AcceptAsync("2026-900002", Request);
        await host.ActAsync(id, "amend", RequestsHost.Body(required: ["H1303"]));
        await host.StateAsync(id, "AwaitingReplies");

        await RequestAsync(host, id, "2026-900002");
        (await host.ViewAsync(id)).Participants.Select(hospital => hospital.HospitalId).ShouldBe(["H1301", "H1303"]);
        host.Partners.Of<HoldSlot>(id).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_be_placed_at_the_time_asked_for_last()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.AcceptAsync("2026-900003", Request);
        var start = When_a_required_hospital_declines.Evening(30);
        await host.ActAsync(id, "reschedule", new { slot = new { start = start.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture) } });
        (await host.StateAsync(id, "AwaitingReplies")).Slot!.Start.ShouldBe(start);
    }

    private static async Task RequestAsync(RequestsHost host, Guid id, string number)
    {
        await host.PublishAsync(new ConferenceRequested { ConferenceId = id, Number = number, Request = Request, RequestedBy = "依頼 太郎", RequestedAt = host.Clock.GetUtcNow() });
        await host.SettleAsync();
    }
}
