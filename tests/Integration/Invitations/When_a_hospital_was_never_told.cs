using System.Net;
using System.Net.Http.Json;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Invitations;
using Conference.Invitations.Ledger;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

public class When_a_hospital_was_never_told
{
    [Fact]
    public async Task Should_say_so_in_the_ledger_and_send_it_again_when_asked()
    {
        await using var host = await InvitedAsync();
        await FailAsync(host, revision: 1, MailState.Bounced);
        using var coordinator = host.ClientOf(Role.NationalCoordinator);
        var line = await LineAsync(host, coordinator);
        (line.State, line.Error, line.SentAt).ShouldBe((MailState.Bounced, "5.1.1 no such user", null));
        using var council = host.ClientOf(Role.HospitalCoordinator, "hospital:H1301");
        (await LineAsync(host, council)).Error.ShouldBeNull();

        var mail = (await host.MailsAsync()).Single(mail => mail.HospitalId == "H1302");
        using var again = await coordinator.PostAsync(new Uri($"/api/mails/{mail.MailId}/retry", UriKind.Relative), null);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        await host.UntilSentAsync();
        line = await LineAsync(host, coordinator);
        (line.State, line.Error).ShouldBe((MailState.Sent, null));
    }

    [Fact]
    public async Task Should_not_send_again_what_is_off()
    {
        await using var host = await InvitedAsync();
        await FailAsync(host, revision: 1, MailState.Refused);
        await host.TakeAsync(new WithdrawInvitations { ConferenceId = host.ConferenceId, Revision = 2 });
        await ShouldBeOutdatedAsync(host, "desk@a.example");
    }

    [Fact]
    public async Task Should_not_send_again_to_an_address_that_was_corrected()
    {
        await using var host = await InvitedAsync();
        await FailAsync(host, revision: 1, MailState.Refused);
        await host.TakeAsync(Contacts(2, "corrected@a.example"));
        await ShouldBeOutdatedAsync(host, "desk@a.example");
    }

    [Fact]
    public async Task Should_say_which_revision_was_last_seen_by_the_link()
    {
        await using var host = await InvitedAsync();
        using var anonymous = host.ClientOf();
        using var coordinator = host.ClientOf(Role.NationalCoordinator);
        (await LineAsync(host, coordinator)).OpenedRevision.ShouldBeNull();
        await host.InAsync(store => store.Database.ExecuteSqlRawAsync("UPDATE mails SET queued_at = queued_at - 3600000"));
        (await anonymous.GetAsync(new Uri($"/api/answers/{host.Services.GetRequiredService<Conference.Invitations.Answers.AnswerLinks>().Token(host.ConferenceId, InvitationsHost.ContactId(2), host.Start)}", UriKind.Relative))).EnsureSuccessStatusCode();
        (await LineAsync(host, coordinator)).OpenedRevision.ShouldBe(1);
        await host.InAsync(store => store.Openings.ExecuteUpdateAsync(opening => opening.SetProperty(row => row.OpenedAt, TimeProvider.System.GetUtcNow().AddMinutes(-30))));
        await host.InviteAtAsync(2, host.Start.AddDays(1), "H1301", "H1302");
        var line = await LineAsync(host, coordinator);
        (line.Revision, line.OpenedRevision).ShouldBe((2, 1));
    }

    [Theory]
    [InlineData(MailState.Bounced)]
    [InlineData(MailState.Refused)]
    public async Task Should_ask_others_to_pass_on_the_first_invitation(MailState state)
    {
        await using var host = await InvitedAsync();
        await FailAsync(host, revision: 1, state);
        (await EscalatedAsync(host)).ShouldBe([("head@a.example", Lacking.Invitation)]);
    }

    [Fact]
    public async Task Should_ask_others_to_pass_on_an_invitation_to_a_corrected_address()
    {
        await using var host = await InvitedAsync();
        await host.TakeAsync(Contacts(2, "corrected@a.example"));
        await host.UntilSentAsync();
        (await host.MailsAsync()).Where(mail => mail.Address == "desk@a.example").Select(mail => mail.Kind).ShouldBe([MailKind.Invitation, MailKind.Cancellation]);
        await FailAsync(host, revision: 1, MailState.Bounced, "corrected@a.example");
        (await EscalatedAsync(host)).ShouldBe([("head@a.example", Lacking.Invitation)]);
    }

    [Fact]
    public async Task Should_ask_others_to_pass_on_that_it_is_off()
    {
        await using var host = await InvitedAsync();
        await host.TakeAsync(new WithdrawInvitations { ConferenceId = host.ConferenceId, Revision = 2 });
        await host.UntilSentAsync();
        await FailAsync(host, revision: 2, MailState.Bounced);
        (await EscalatedAsync(host)).ShouldBe([("head@a.example", Lacking.End)]);
        await host.UntilSentAsync();
        var mail = MimeKit.MimeMessage.Load(Directory.GetFiles(host.MailPath, "*old_time_held*").Single());
        mail.Subject!.ShouldStartWith("【要連絡：取り消し】");
        mail.TextBody!.ShouldNotContain("/rsvp/");
    }

    private static async Task ShouldBeOutdatedAsync(InvitationsHost host, string address)
    {
        using var coordinator = host.ClientOf(Role.NationalCoordinator);
        var mail = (await host.MailsAsync()).Single(mail => mail.Address == address && mail.Kind == MailKind.Invitation);
        using var again = await coordinator.PostAsync(new Uri($"/api/mails/{mail.MailId}/retry", UriKind.Relative), null);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await again.Content.ReadAsStringAsync()).ShouldContain("mail_outdated");
    }

    private static async Task<InvitationsHost> InvitedAsync()
    {
        var host = await InvitationsHost.StartAsync();
        await host.ContactsAsync("H1301", 1, (1, "host@a.example"));
        await host.TakeAsync(Contacts(1, "desk@a.example"));
        await host.InviteAsync(1, "H1301", "H1302");
        await host.UntilSentAsync();
        return host;
    }

    private static HospitalContactsChanged Contacts(long version, string desk) => new()
    {
        HospitalId = "H1302",
        Version = version,
        Contacts =
        [
            new HospitalContact { ContactId = InvitationsHost.ContactId(2), Name = "窓口", Email = desk, Role = ContactRole.SiteContact },
            new HospitalContact { ContactId = InvitationsHost.ContactId(3), Name = "責任者", Email = "head@a.example", Role = ContactRole.SiteManager },
        ],
    };

    // As it was five hours ago.
    private static async Task FailAsync(InvitationsHost host, int revision, MailState state, string? address = null)
    {
        await host.InAsync(store => store.Mails.Where(mail => mail.Revision == revision && mail.HospitalId == "H1302" && (address == null || mail.Address == address))
            .ExecuteUpdateAsync(mail => mail.SetProperty(row => row.State, state).SetProperty(row => row.Error, "5.1.1 no such user")));
        await host.InAsync(store => store.Database.ExecuteSqlAsync($"UPDATE mails SET queued_at = queued_at - {5 * 3600 * 1000L}"));
    }

    private static async Task<InvitationView> LineAsync(InvitationsHost host, HttpClient client) =>
        (await client.GetFromJsonAsync<Contracts.Page<InvitationView>>($"/api/conferences/{host.ConferenceId}/invitations"))!.Items.Single(view => view.HospitalId == "H1302");

    private static async Task<List<(string Address, Lacking Lacks)>> EscalatedAsync(InvitationsHost host)
    {
        for (var time = 0; time < 2; time++)
        {
            await using var scope = host.Services.CreateAsyncScope();
            var (store, escalation) = (scope.ServiceProvider.GetRequiredService<Conference.Invitations.Storage.InvitationsStore>(), scope.ServiceProvider.GetRequiredService<OldTimeEscalation>());
            foreach (var conference in await escalation.SuspectsAsync(default))
                await store.InTransactionAsync(() => escalation.RunAsync(conference, default));
        }

        return [.. (await host.MailsAsync()).Where(mail => mail.Kind == MailKind.OldTimeHeld).Select(mail => (mail.Address, mail.Content.Lacking))];
    }
}
