using System.Net.Http.Json;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Invitations;
using Conference.Invitations.Answers;
using Conference.Invitations.Ledger;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

public class When_a_new_time_cannot_be_told
{
    [Fact]
    public async Task Should_ask_another_contact_of_the_hospital_and_then_the_hosts_to_pass_it_on()
    {
        await using var host = await MovedAsync();
        (await EscalatedAsync(host)).ShouldBeEmpty();

        await AgeAsync(host, hours: 5);
        (await EscalatedAsync(host)).ShouldBe(["head@a.example"]);
        await AgeAsync(host, hours: 4);
        for (var time = 0; time < 2; time++)
            (await EscalatedAsync(host)).ShouldBe(["head@a.example", "host@a.example"]);
        (await host.MailsAsync()).Last().Content.Unreached.ShouldBe("H1302");
    }

    [Fact]
    public async Task Should_ask_nobody_once_the_hospital_has_answered_the_new_time()
    {
        await using var host = await MovedAsync();
        await AgeAsync(host, hours: 9);
        using var coordinator = host.ClientOf(Role.NationalCoordinator);
        (await HoldersAsync(host, coordinator)).ShouldBe(["H1302"]);

        // The link in the old mail shows the new time.
        var link = host.Services.GetRequiredService<AnswerLinks>().Token(host.ConferenceId, InvitationsHost.ContactId(2), host.Start.AddHours(1));
        using var given = await coordinator.PostAsJsonAsync($"/api/answers/{link}", new GiveAnswer { Answer = Answer.Accepted, Revision = 2 });
        given.EnsureSuccessStatusCode();

        (await EscalatedAsync(host)).ShouldBeEmpty();
        (await HoldersAsync(host, coordinator)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_not_take_an_answer_to_the_old_time_for_knowing_the_new()
    {
        await using var host = await MovedAsync(answered: true);
        await AgeAsync(host, hours: 5);
        (await EscalatedAsync(host)).ShouldBe(["head@a.example"]);
    }

    // As if the newer mails had been queued so much earlier.
    internal static Task<int> AgeAsync(InvitationsHost host, int hours) =>
        host.InAsync(store => store.Database.ExecuteSqlAsync($"UPDATE mails SET queued_at = queued_at - {hours * 3600 * 1000L} WHERE revision = 2 AND kind <> 'OldTimeHeld'"));

    internal static async Task<List<string>> EscalatedAsync(InvitationsHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var (store, escalation) = (scope.ServiceProvider.GetRequiredService<Conference.Invitations.Storage.InvitationsStore>(), scope.ServiceProvider.GetRequiredService<OldTimeEscalation>());
        foreach (var conference in await escalation.SuspectsAsync(default))
            await store.InTransactionAsync(() => escalation.RunAsync(conference, default));
        await host.UntilSentAsync();
        return [.. (await host.MailsAsync()).Where(mail => mail.Kind == MailKind.OldTimeHeld).Select(mail => mail.Address)];
    }

    // H1302 has been told the first time; the mail about the second came back.
    private static async Task<InvitationsHost> MovedAsync(bool answered = false)
    {
        var host = await InvitationsHost.StartAsync();
        await host.ContactsAsync("H1301", 1, (1, "host@a.example"));
        await host.TakeAsync(new HospitalContactsChanged
        {
            HospitalId = "H1302",
            Version = 1,
            Contacts =
            [
                new HospitalContact { ContactId = InvitationsHost.ContactId(2), Name = "窓口", Email = "desk@a.example", Role = ContactRole.SiteContact },
                new HospitalContact { ContactId = InvitationsHost.ContactId(3), Name = "責任者", Email = "head@a.example", Role = ContactRole.SiteManager },
            ],
        });
        await host.InviteAsync(1, "H1301", "H1302");
        await host.UntilSentAsync();
        if (answered)
            (await ReplyMail.TakeAsync(host, (await ReplyMail.OfAsync(host, 2) with { From = "desk@a.example", Attendee = "desk@a.example" }).Calendar())).Reason.ShouldBe("answered");
        await host.InviteAtAsync(2, host.Start.AddDays(1), "H1301", "H1302");
        await host.UntilSentAsync();
        await host.InAsync(store => store.Mails.Where(mail => mail.Revision == 2 && mail.HospitalId == "H1302").ExecuteUpdateAsync(mail => mail.SetProperty(row => row.State, MailState.Bounced)));
        return host;
    }

    private static async Task<List<string>> HoldersAsync(InvitationsHost host, HttpClient client) =>
        [.. (await client.GetFromJsonAsync<Contracts.Page<InvitationView>>($"/api/conferences/{host.ConferenceId}/invitations"))!.Items.Where(view => view.HoldsOldTime).Select(view => view.HospitalId)];
}
