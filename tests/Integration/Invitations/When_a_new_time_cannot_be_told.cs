using Conference.Contracts.Hospitals;
using Conference.Contracts.Invitations;
using Conference.Invitations.Ledger;
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
        await using var host = await InvitationsHost.StartAsync();
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
        await host.InviteAtAsync(2, host.Start.AddDays(1), "H1301", "H1302");
        await host.UntilSentAsync();
        await host.InAsync(store => store.Mails.Where(mail => mail.Revision == 2 && mail.HospitalId == "H1302").ExecuteUpdateAsync(mail => mail.SetProperty(row => row.State, MailState.Bounced)));
        (await EscalatedAsync(host)).ShouldBeEmpty();

        await AgeAsync(host, hours: 5);
        (await EscalatedAsync(host)).ShouldBe(["head@a.example"]);
        await AgeAsync(host, hours: 4);
        for (var time = 0; time < 2; time++)
            (await EscalatedAsync(host)).ShouldBe(["head@a.example", "host@a.example"]);
        (await host.MailsAsync()).Last().Content.Unreached.ShouldBe("H1302");
    }

    // As if the newer mails had been queued so much earlier.
    private static Task<int> AgeAsync(InvitationsHost host, int hours) =>
        host.InAsync(store => store.Database.ExecuteSqlAsync($"UPDATE mails SET queued_at = queued_at - {hours * 3600 * 1000L} WHERE revision = 2 AND kind <> 'OldTimeHeld'"));

    private static async Task<List<string>> EscalatedAsync(InvitationsHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var (store, escalation) = (scope.ServiceProvider.GetRequiredService<Conference.Invitations.Storage.InvitationsStore>(), scope.ServiceProvider.GetRequiredService<OldTimeEscalation>());
        foreach (var conference in await escalation.SuspectsAsync(default))
            await store.InTransactionAsync(() => escalation.RunAsync(conference, default));
        await host.UntilSentAsync();
        return [.. (await host.MailsAsync()).Where(mail => mail.Kind == MailKind.OldTimeHeld).Select(mail => mail.Address)];
    }
}
