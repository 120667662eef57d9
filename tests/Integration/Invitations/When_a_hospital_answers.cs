using System.Net;
using System.Net.Http.Json;
using Conference.Contracts.Invitations;
using Conference.Invitations.Answers;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

public class When_a_hospital_answers
{
    [Fact]
    public async Task Should_take_the_answer_of_the_link_and_show_how_to_join()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        using var anonymous = host.ClientOf();
        var path = Path(host);
        var form = await anonymous.GetFromJsonAsync<AnswerForm>(path);
        form!.Answer.ShouldBeNull();
        form.JoinUrl.ShouldBeNull();

        for (var time = 0; time < 2; time++)
        {
            using var given = await anonymous.PostAsJsonAsync(path, new GiveAnswer { Answer = Answer.Accepted, Revision = 1 });
            given.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await given.Content.ReadFromJsonAsync<AnswerForm>())!.JoinUrl.ShouldBe($"http://localhost:8080/conferences/{host.ConferenceId}");
        }

        (await host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(2);
        (await host.InAsync(store => store.StandingAnswers.SingleAsync())).Answer.ShouldBe(Answer.Accepted);
        (await host.InAsync(store => store.Openings.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Should_count_what_is_answered_now_though_a_clock_was_ahead_before()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        using var anonymous = host.ClientOf();
        using (await anonymous.PostAsJsonAsync(Path(host), new GiveAnswer { Answer = Answer.Accepted, Revision = 1 }))
            await host.InAsync(store => store.StandingAnswers.ExecuteUpdateAsync(standing => standing.SetProperty(row => row.AnsweredAt, TimeProvider.System.GetUtcNow().AddHours(1))));

        using var given = await anonymous.PostAsJsonAsync(Path(host), new GiveAnswer { Answer = Answer.Declined, Revision = 1 });

        given.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.InAsync(store => store.StandingAnswers.SingleAsync())).Answer.ShouldBe(Answer.Declined);
    }

    [Fact]
    public async Task Should_refuse_tampered_expired_outdated_and_cancelled_links_each_with_its_code()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        using var anonymous = host.ClientOf();
        var path = Path(host);
        await ShouldBeAsync(await anonymous.GetAsync(new Uri($"{path[..^4]}AAAA", UriKind.Relative)), HttpStatusCode.NotFound, "link_invalid");
        await ShouldBeAsync(await anonymous.GetAsync(new Uri(Path(host, host.Start.AddDays(-60)), UriKind.Relative)), HttpStatusCode.Gone, "link_expired");

        await host.InviteAtAsync(2, host.Start.AddDays(1), "H1301", "H1302");
        await ShouldBeAsync(await anonymous.PostAsJsonAsync(path, new GiveAnswer { Answer = Answer.Accepted, Revision = 1 }), HttpStatusCode.Conflict, "time_changed");
        await host.TakeAsync(new WithdrawInvitations { ConferenceId = host.ConferenceId, Revision = 3 });
        await ShouldBeAsync(await anonymous.PostAsJsonAsync(path, new GiveAnswer { Answer = Answer.Accepted, Revision = 3 }), HttpStatusCode.Gone, "conference_cancelled");
        (await host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Should_take_no_answer_once_the_conference_is_over()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        using var anonymous = host.ClientOf();
        await host.InviteAtAsync(2, DateTimeOffset.UnixEpoch.AddYears(50), "H1301", "H1302");

        await ShouldBeAsync(await anonymous.PostAsJsonAsync(Path(host), new GiveAnswer { Answer = Answer.Accepted, Revision = 2 }), HttpStatusCode.Gone, "conference_over");
        (await AnswerAsync(host, Role.NationalCoordinator, "nation", "H1302")).ShouldBe(HttpStatusCode.Gone);
        (await host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Should_let_coordinators_answer_within_their_scope_only()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        (await AnswerAsync(host, Role.HospitalCoordinator, "hospital:H1302", "H1302")).ShouldBe(HttpStatusCode.NoContent);
        (await AnswerAsync(host, Role.HospitalCoordinator, "hospital:H1302", "H1301")).ShouldBe(HttpStatusCode.Forbidden);
        (await AnswerAsync(host, Role.HospitalCoordinator, "hospital:H0101", "H0101")).ShouldBe(HttpStatusCode.NotFound);
        (await AnswerAsync(host, Role.CouncilMember, "nation", "H1301")).ShouldBe(HttpStatusCode.Forbidden);
        (await AnswerAsync(host, Role.NationalCoordinator, "nation", "H0101")).ShouldBe(HttpStatusCode.BadRequest);
        (await AnswerAsync(host, null, "nation", "H1301")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Should_show_addresses_and_mails_only_within_the_scope()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        await host.UntilSentAsync();
        var path = new Uri($"/api/conferences/{host.ConferenceId}/invitations", UriKind.Relative);
        using var hospital = host.ClientOf(Role.HospitalCoordinator, "hospital:H1302");
        var ledger = (await hospital.GetFromJsonAsync<Contracts.Page<InvitationView>>(path))!.Items;
        ledger.Select(view => (view.HospitalId, view.Email)).ShouldBe([("H1301", ""), ("H1302", "h1302@a.example")]);
        ledger.ShouldAllBe(view => view.SentAt != null && !view.HoldsOldTime);
        var mails = (await hospital.GetFromJsonAsync<Contracts.Page<MailView>>("/api/mails?state=sent"))!;
        mails.Items.Select(mail => mail.HospitalId).ShouldBe(["H1302"]);

        var link = $"/rsvp/{Token(host, host.Start.AddHours(1))}";
        (await EmlAsync(hospital, mails.Items[0].MailId)).TextBody!.ShouldContain(link);
        using var auditor = host.ClientOf(Role.Auditor);
        var shown = await EmlAsync(auditor, mails.Items[0].MailId);
        shown.TextBody!.ShouldNotContain(link);
        shown.From.Mailboxes.Single().Address.ShouldNotContain("+");
        using var council = host.ClientOf(Role.CouncilMember);
        (await council.GetAsync(new Uri("/api/mails", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Path(InvitationsHost host, DateTimeOffset? end = null) => $"/api/answers/{Token(host, end ?? host.Start.AddHours(1))}";

    private static string Token(InvitationsHost host, DateTimeOffset end) =>
        host.Services.GetRequiredService<AnswerLinks>().Token(host.ConferenceId, InvitationsHost.ContactId(2), end);

    private static async Task<HttpStatusCode> AnswerAsync(InvitationsHost host, Role? role, string scope, string hospitalId)
    {
        using var client = host.ClientOf(role, scope);
        using var answer = await client.PostAsJsonAsync($"/api/conferences/{host.ConferenceId}/answers", new AnswerOnBehalf { HospitalId = hospitalId, Answer = Answer.Accepted });
        return answer.StatusCode;
    }

    private static async Task<MimeKit.MimeMessage> EmlAsync(HttpClient client, Guid mailId)
    {
        await using var stream = await client.GetStreamAsync(new Uri($"/api/mails/{mailId}/eml", UriKind.Relative));
        return await MimeKit.MimeMessage.LoadAsync(stream);
    }

    private static async Task ShouldBeAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"\"code\":\"{code}\"");
        answer.Dispose();
    }
}
