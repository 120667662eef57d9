using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests;

public sealed class When_a_conference_is_requested
{
    [Fact]
    public async Task Should_be_shown_at_once_and_carried_to_Confirmed_as_hospitals_accept()
    {
        await using var host = await RequestsHost.StartAsync();

        var id = await host.RequestAsync(RequestsHost.Body(required: ["H1302", "H1303"], optional: ["H1401"]));
        (await host.ViewAsync(id)).Request.Title.ShouldBe("合同キャンサーボード（膵）");
        await host.StateAsync(id, "AwaitingReplies");
        await host.AnswerAsync(id, "H1302", Answer.Accepted);
        await host.SettleAsync();
        (await host.ViewAsync(id)).State.ShouldBe("AwaitingReplies");
        await host.AnswerAsync(id, "H1303", Answer.Accepted);
        var view = await host.StateAsync(id, "Confirmed");
        await host.SettleAsync();

        view.Number.ShouldMatch(@"^\d{4}-\d{6}$");
        view.Participants.Select(hospital => (hospital.HospitalId, hospital.Booked, hospital.Answer)).ShouldBe(
            [("H1301", true, Answer.Accepted), ("H1302", true, Answer.Accepted), ("H1303", true, Answer.Accepted), ("H1401", true, null)]);
        host.Partners.Of<SendInvitations>(id).Single().Hospitals.Select(hospital => hospital.HospitalId).ShouldBe(["H1301", "H1302", "H1303", "H1401"]);
        host.Partners.Of<AnnounceConfirmation>(id).Single().Revision.ShouldBe(1);
        (await host.TimelineAsync(id)).Where(entry => entry.From != entry.To).Select(entry => entry.To)
            .ShouldBe(["Placing", "Inviting", "AwaitingReplies", "Confirming", "Confirmed"]);
        // The answer that completes the quorum is told with what follows from it.
        host.Partners.Of<ConferenceChanged>(id).OrderBy(changed => changed.Version).Select(changed => changed.State)
            .ShouldBe(["Placing", "Inviting", "AwaitingReplies", "AwaitingReplies", "Confirming", "Confirmed"]);
    }

    [Fact]
    public async Task Should_answer_the_same_for_the_same_key_and_refuse_another_body_under_it()
    {
        await using var host = await RequestsHost.StartAsync();
        var body = RequestsHost.Body();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var answer = await host.SendAsync(HttpMethod.Post, "/api/conferences", body, key: "k-1");
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
            return answer.Headers.Location!.ToString();
        }));
        using var other = await host.SendAsync(HttpMethod.Post, "/api/conferences", RequestsHost.Body(title: "別の会議"), key: "k-1");
        using var list = await host.SendAsync(HttpMethod.Get, "/api/conferences");

        answers.Distinct().Count().ShouldBe(1);
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await other.Content.ReadAsStringAsync()).ShouldContain("key_reused");
        JsonDocument.Parse(await list.Content.ReadAsStringAsync()).RootElement.GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Should_say_all_that_is_wrong_at_once_and_never_fail()
    {
        await using var host = await RequestsHost.StartAsync();
        using var wrong = await host.SendAsync(HttpMethod.Post, "/api/conferences", new
        {
            title = new string('あ', 100_000), kind = "party", hostHospitalId = "H1301", durationMinutes = 1200,
            participants = new[] { new { hospitalId = "H9999" }, new { hospitalId = "H1309" } },
        });
        using var malformed = await host.SendAsync(HttpMethod.Post, "/api/conferences", new StringContent("{ \"title\": ", System.Text.Encoding.UTF8, "application/json"));

        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var codes = JsonDocument.Parse(await wrong.Content.ReadAsStringAsync()).RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString());
        codes.ShouldBe(["title_too_long", "unknown_code", "duration_out_of_range", "time_missing", "unknown_hospital", "withdrawn_hospital"], ignoreOrder: true);
        malformed.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Should_keep_a_title_that_names_a_patient_out_of_every_message()
    {
        await using var host = await RequestsHost.StartAsync();
        using var answer = await host.SendAsync(HttpMethod.Post, "/api/conferences", RequestsHost.Body(title: "山田太郎様の症例検討"));
        var accepted = (await answer.Content.ReadFromJsonAsync<ConferenceAccepted>())!;
        await host.StateAsync(accepted.ConferenceId, "AwaitingReplies");
        await host.SettleAsync();

        accepted.Warnings.ShouldHaveSingleItem().Code.ShouldBe("title_names_person");
        (await host.ViewAsync(accepted.ConferenceId)).Request.Title.ShouldBe("山田太郎様の症例検討");
        host.Partners.Received.ShouldNotBeEmpty();
        host.Partners.Received.ShouldAllBe(message => !JsonSerializer.Serialize(message, message.GetType(), JsonSerializerOptions.Default).Contains("\\u5C71\\u7530"));
    }

    [Fact]
    public async Task Should_be_open_to_those_in_scope_only()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.RequestUntilAsync("AwaitingReplies", RequestsHost.Body());
        Caller Of(Role role, string scope) => new("x", "x", role, Scope.TryParse(scope, out var read) ? read : throw new ArgumentException(scope));
        async Task<HttpStatusCode> Try(HttpMethod method, string path, Caller caller, object? body = null)
        {
            using var answer = await host.SendAsync(method, path, body, caller);
            return answer.StatusCode;
        }

        (await Try(HttpMethod.Get, $"/api/conferences/{id}", Of(Role.HospitalCoordinator, "hospital:H1302"))).ShouldBe(HttpStatusCode.OK);
        (await Try(HttpMethod.Get, $"/api/conferences/{id}", Of(Role.HospitalCoordinator, "hospital:H1303"))).ShouldBe(HttpStatusCode.NotFound);
        (await Try(HttpMethod.Get, $"/api/conferences/{id}/timeline", Of(Role.CouncilMember, "prefecture:14"))).ShouldBe(HttpStatusCode.NotFound);
        (await Try(HttpMethod.Post, $"/api/conferences/{id}/cancel", Of(Role.HospitalCoordinator, "hospital:H1302"), new { })).ShouldBe(HttpStatusCode.Forbidden);
        (await Try(HttpMethod.Post, $"/api/conferences/{id}/cancel", Of(Role.Auditor, "nation"), new { })).ShouldBe(HttpStatusCode.Forbidden);
        (await Try(HttpMethod.Post, "/api/conferences", Of(Role.HospitalCoordinator, "hospital:H1302"), RequestsHost.Body())).ShouldBe(HttpStatusCode.Forbidden);
        (await Try(HttpMethod.Post, "/api/conferences", Of(Role.HospitalCoordinator, "hospital:H1301"), RequestsHost.Body())).ShouldBe(HttpStatusCode.Accepted);
        (await Try(HttpMethod.Get, $"/api/conferences/{Guid.CreateVersion7()}", RequestsHost.National)).ShouldBe(HttpStatusCode.NotFound);

        using var foreign = await host.SendAsync(HttpMethod.Get, "/api/conferences", caller: Of(Role.PrefecturalCoordinator, "prefecture:14"));
        JsonDocument.Parse(await foreign.Content.ReadAsStringAsync()).RootElement.GetProperty("total").GetInt32().ShouldBe(0);
    }
}
