using Conference.Contracts.Invitations;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

public class When_a_contact_comes_back
{
    [Fact]
    public async Task Should_tell_it_again_what_was_taken_back_and_take_that_back_again()
    {
        await using var host = await InvitationsHost.StartAsync();
        await host.InviteAsync(1, "H1301");
        var version = 0;
        foreach (var address in new[] { "a@a.example", "b@a.example", "a@a.example", "b@a.example", "a@a.example", "a@a.example" })
        {
            await host.ContactsAsync("H1301", ++version, (1, address));
            await host.UntilSentAsync();
        }

        KindsOf(await host.MailsAsync(), "a@a.example").ShouldBe([MailKind.Invitation, MailKind.Cancellation, MailKind.Invitation, MailKind.Cancellation, MailKind.Invitation]);
        KindsOf(await host.MailsAsync(), "b@a.example").ShouldBe([MailKind.Invitation, MailKind.Cancellation, MailKind.Invitation, MailKind.Cancellation]);
        (await host.MailsAsync()).ShouldAllBe(mail => mail.State == MailState.Sent && mail.Revision == 1);
    }

    [Fact]
    public async Task Should_still_take_back_from_an_old_address_when_the_time_changes_meanwhile()
    {
        await using var host = await InvitationsHost.StartAsync("--Mail:Smtp=smtp://127.0.0.1:1");
        await host.InviteAsync(1, "H1301");
        await host.ContactsAsync("H1301", 1, (1, "old@hospital.jp"));
        await InvitationsHost.UntilAsync(() => host.InAsync(store => store.Mails.AnyAsync(mail => mail.Attempts > 0)));
        await host.ContactsAsync("H1301", 2, (1, "new@hospital.jp"));
        await host.InviteAtAsync(2, host.Start.AddDays(1), "H1301");

        (await host.MailsAsync()).Where(mail => mail.State == MailState.Queued).Select(mail => (mail.Address, mail.Kind, mail.Revision)).Order()
            .ShouldBe([("new@hospital.jp", MailKind.Invitation, 2), ("old@hospital.jp", MailKind.Cancellation, 1)]);
    }

    [Fact]
    public async Task Should_tell_it_what_it_was_never_sent_before_it_went()
    {
        // One mail a minute: what comes behind it waits, and nobody has it in hand.
        await using var server = new ScriptedSmtpServer(drops: 0, putsOff: 0, refused: "nobody@hospital.jp");
        await using var host = await InvitationsHost.StartAsync($"--Mail:Smtp=smtp://127.0.0.1:{server.Port}", "--Mail:PerDomainPerMinute=1");
        await host.ContactsAsync("H1301", 1, (2, "first@hospital.jp"));
        await host.InviteAsync(1, "H1301");
        await InvitationsHost.UntilAsync(() => host.InAsync(store => store.Mails.AnyAsync(mail => mail.State == MailState.Sent)));
        var version = 1;
        foreach (var address in new[] { "a@hospital.jp", "b@hospital.jp", "a@hospital.jp" })
        {
            await host.ContactsAsync("H1301", ++version, (2, "first@hospital.jp"), (1, address));
            await InvitationsHost.UntilAsync(async () => (await host.MailsAsync()).All(mail => mail.State != MailState.Queued || (mail.NextAttemptAt > mail.QueuedAt.AddSeconds(5) && mail.ClaimedUntil is null)));
        }

        (await host.MailsAsync()).Where(mail => mail.Address != "first@hospital.jp").OrderBy(mail => mail.QueuedAt).Select(mail => (mail.Address, mail.Kind, mail.State)).ShouldBe([
            ("a@hospital.jp", MailKind.Invitation, MailState.Superseded),
            ("b@hospital.jp", MailKind.Invitation, MailState.Superseded),
            ("a@hospital.jp", MailKind.Invitation, MailState.Queued),
        ]);
    }

    private static IEnumerable<MailKind> KindsOf(IEnumerable<Conference.Invitations.Outbound.Mail> mails, string address) =>
        mails.Where(mail => mail.Address == address).OrderBy(mail => mail.QueuedAt).Select(mail => mail.Kind);
}
