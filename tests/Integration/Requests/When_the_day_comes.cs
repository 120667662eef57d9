using System.Net;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests;

public sealed class When_the_day_comes
{
    [Fact]
    public async Task Should_remind_start_end_and_be_recorded_and_corrected()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ConfirmedAsync(host);
        var slot = (await host.ViewAsync(id)).Slot!;

        await host.RingAtAsync(id, slot.Start.AddDays(-7));
        await host.PartnersToldAsync<SendReminders>(id, told => told.Lead == TimeSpan.FromDays(7));
        // A machine that was off for days sends the last reminder, not all of them.
        await host.RingAtAsync(id, slot.Start.AddHours(-1));
        await host.PartnersToldAsync<SendReminders>(id, told => told.Lead == TimeSpan.FromHours(1));
        await host.ActAsync(id, "attendance", Attendance(3), HttpStatusCode.Conflict);
        await host.RingAtAsync(id, slot.Start);
        await host.StateAsync(id, "InSession");
        await host.RingAtAsync(id, slot.End);
        await host.StateAsync(id, "AwaitingRecord");
        await host.ActAsync(id, "attendance", Attendance(3, "議事要旨"));
        var view = await host.StateAsync(id, "Completed");
        await host.ActAsync(id, "attendance", Attendance(5));
        await host.PartnersToldAsync<ConferenceRecorded>(id, told => told.Attendance[0].Inside == 5);
        await host.SettleAsync();

        view.Minutes.ShouldBe("議事要旨");
        host.Partners.Of<SendReminders>(id).Select(told => told.Lead).ShouldBe([TimeSpan.FromDays(7), TimeSpan.FromHours(1)]);
        host.Partners.Of<ConferenceRecorded>(id).Select(told => told.Version).ShouldBeInOrder(SortDirection.Ascending);
        (await host.ViewAsync(id)).Minutes.ShouldBe("議事要旨");
        host.Partners.Of<ConferenceChanged>(id).Select(told => told.Version).ShouldBeUnique();
    }

    [Fact]
    public async Task Should_keep_minutes_that_are_not_given_and_clear_those_that_are_empty()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ConfirmedAsync(host);
        var slot = (await host.ViewAsync(id)).Slot!;
        await host.RingAtAsync(id, slot.Start);
        await host.StateAsync(id, "InSession");

        await host.ActAsync(id, "attendance", Attendance(3, "書き間違い\n二行目\t（表）"));
        await host.UntilAsync(_ => host.ViewAsync(id), view => view.Minutes is not null, "the minutes");
        await host.ActAsync(id, "attendance", Attendance(4));
        (await host.ViewAsync(id)).Minutes.ShouldBe("書き間違い\n二行目\t（表）");
        await host.ActAsync(id, "attendance", Attendance(5, ""));
        await host.UntilAsync(_ => host.ViewAsync(id), view => view.Attendance[0].Inside == 5, "the last record");

        (await host.ViewAsync(id)).Minutes.ShouldBeNull();
    }

    [Theory]
    [InlineData("attendance", """{ "attendance": [{ "hospitalId": "H1302", "profession": "nurse", "inside": 1 }], "minutes": "一\u0000二" }""", "minutes", "minutes_unprintable")]
    [InlineData("cancel", """{ "reason": "一\u0000二" }""", "reason", "reason_unprintable")]
    [InlineData("cancel", """{ "reason": "\u001b[2J" }""", "reason", "reason_unprintable")]
    public async Task Should_refuse_what_cannot_be_stored(string act, string body, string field, string code)
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ConfirmedAsync(host);
        await host.RingAtAsync(id, (await host.ViewAsync(id)).Slot!.Start);
        await host.StateAsync(id, "InSession");

        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await host.SendAsync(HttpMethod.Post, $"/api/conferences/{id}/{act}", content);
        var text = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, text);
        text.ShouldContain($"\"field\":\"{field}\"");
        text.ShouldContain(code);
    }

    [Fact]
    public async Task Should_be_completed_without_a_record_at_the_record_deadline()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await ConfirmedAsync(host);
        var slot = (await host.ViewAsync(id)).Slot!;
        await host.RingAtAsync(id, slot.Start);
        await host.StateAsync(id, "InSession");
        await host.RingAtAsync(id, slot.End);
        await host.StateAsync(id, "AwaitingRecord");
        await host.RingAtAsync(id, slot.End.AddDays(14));
        await host.StateAsync(id, "Completed");
        (await host.TimelineAsync(id))[^1].Why.Code.ShouldBe("never_recorded");
    }

    internal static async Task<Guid> ConfirmedAsync(RequestsHost host)
    {
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body());
        await host.AnswerAsync(id, "H1302", Answer.Accepted);
        await host.StateAsync(id, "Confirmed");
        return id;
    }

    private static object Attendance(int inside, string? minutes = null) =>
        new { attendance = new[] { new { hospitalId = "H1302", profession = "pathologist", inside, outside = 0 } }, minutes };
}
