using System.Globalization;
using Conference.Contracts.Invitations;
using Conference.Invitations.Inbound.Mailbox;
using MailKit.Net.Imap;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

/// <summary>Postfix takes our mails over TLS and after sign-in; Dovecot gives us the answers, again over TLS.</summary>
public class When_real_mail_servers_carry_the_answers
{
    [Fact]
    public async Task Should_invite_and_take_the_answer_in_a_moment()
    {
        await using var servers = await MailServers.StartAsync();
        await using var host = await InvitedAsync(servers);
        var invitations = await servers.HospitalsAsync(2);
        var invitation = invitations.Single(mail => mail.To.Mailboxes.Single().Address == "h1302@hospital.jp");

        await servers.SendAsync("h1302@hospital.jp", Organizer(invitation), Reply(host, invitation).Calendar());
        await InvitationsHost.UntilAsync(() => host.InAsync(store => store.StandingAnswers.AnyAsync(answer => answer.HospitalId == "H1302" && answer.Answer == Answer.Accepted)));
        await InvitationsHost.UntilAsync(async () => await servers.CountAsync("conference", "Processed") == 1);
        (await servers.MailsAsync("conference", "INBOX")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_take_each_mail_once_though_the_mailbox_is_numbered_anew_and_mails_come_back()
    {
        await using var servers = await MailServers.StartAsync();
        await using var host = await InvitedAsync(servers);
        var invitation = (await servers.HospitalsAsync(2)).Single(mail => mail.To.Mailboxes.Single().Address == "h1302@hospital.jp");
        await servers.SendAsync("h1302@hospital.jp", Organizer(invitation), Reply(host, invitation).Plain("不参加"));
        await InvitationsHost.UntilAsync(async () => await servers.CountAsync("conference", "Processed") == 1);

        await servers.NewUidValidityAsync();
        await servers.RunAsync("mv /var/mail/conference/Maildir/.Processed/cur/* /var/mail/conference/Maildir/new/");
        await InvitationsHost.UntilAsync(async () => await servers.CountAsync("conference", "INBOX") == 0 && await servers.CountAsync("conference", "Processed") == 1);
        (await host.InAsync(store => store.ReceivedMails.CountAsync())).ShouldBe(1);
        (await host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Should_note_what_was_built_to_do_harm_and_go_on_with_the_next_mail()
    {
        await using var servers = await MailServers.StartAsync();
        await using var host = await InvitedAsync(servers);
        var invitation = (await servers.HospitalsAsync(2)).Single(mail => mail.To.Mailboxes.Single().Address == "h1302@hospital.jp");
        var reply = Reply(host, invitation);
        foreach (var mail in new[] { Huge(reply), Many(reply), Endless(reply), Bomb(reply) })
            await servers.SendAsync("h1302@hospital.jp", reply.To, mail);
        await servers.SendAsync("h1302@hospital.jp", reply.To, reply.Calendar());
        await InvitationsHost.UntilAsync(() => host.InAsync(store => store.StandingAnswers.AnyAsync()));

        var reasons = await host.InAsync(store => store.ReceivedMails.OrderBy(mail => mail.ReceivedMailId).Select(mail => mail.Reason).ToListAsync());
        // What is packed in winmail.dat is never unpacked further: the mail is left to a person, or refused as broken.
        reasons.Order().Except(["not_understood", "broken_winmail"]).ShouldBe(["answered", "mail_too_large", "part_too_large", "too_many_parts"]);
        reasons.Count.ShouldBe(5);
        (await host.InAsync(store => store.ReceivedMails.Where(mail => mail.Reason == "mail_too_large").SingleAsync())).ShouldSatisfyAllConditions(
            mail => (mail.Outcome, mail.Sender, mail.HospitalId).ShouldBe((ReceivedOutcome.Review, "h1302@hospital.jp", "H1302")));
        await InvitationsHost.UntilAsync(async () => await servers.CountAsync("conference", "INBOX") == 0);
    }

    [Fact]
    public async Task Should_go_on_with_the_others_while_the_server_does_not_move_a_mail_away()
    {
        const string Done = "/var/mail/conference/Maildir/.Processed";
        await using var servers = await MailServers.StartAsync();
        await using var host = await InvitedAsync(servers);
        var invitation = (await servers.HospitalsAsync(2)).Single(mail => mail.To.Mailboxes.Single().Address == "h1302@hospital.jp");
        await servers.SendAsync("h1302@hospital.jp", Organizer(invitation), Reply(host, invitation).Plain("参加"));
        await InvitationsHost.UntilAsync(async () => await servers.CountAsync("conference", "INBOX") == 0 && await host.InAsync(store => store.GivenAnswers.AnyAsync()));

        await servers.RunAsync($"chmod 500 {Done}/cur {Done}/new {Done}/tmp");
        foreach (var answer in new[] { "不参加", "保留" })
            await servers.SendAsync("h1302@hospital.jp", Organizer(invitation), Reply(host, invitation).Plain(answer));
        await InvitationsHost.UntilAsync(() => host.InAsync(store => store.StandingAnswers.AnyAsync(standing => standing.Answer == Answer.Tentative)));
        (await servers.CountAsync("conference", "INBOX")).ShouldBe(2);

        await servers.RunAsync($"chmod 700 {Done}/cur {Done}/new {Done}/tmp");
        await InvitationsHost.UntilAsync(async () => await servers.CountAsync("conference", "INBOX") == 0);
        (await host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task Should_look_from_time_to_time_where_the_server_does_not_tell_what_has_come()
    {
        await using var servers = await MailServers.StartAsync();
        await servers.RunAsync("printf 'imap_capability {\\n  IDLE = no\\n}\\n' >> /etc/dovecot/dovecot.conf; doveadm reload");
        await InvitationsHost.UntilAsync(async () => !(await servers.CapabilitiesAsync()).HasFlag(ImapCapabilities.Idle));
        await using var host = await InvitedAsync(servers, "--Mail:PollSeconds=1");
        var invitation = (await servers.HospitalsAsync(2)).Single(mail => mail.To.Mailboxes.Single().Address == "h1302@hospital.jp");

        await servers.SendAsync("h1302@hospital.jp", Organizer(invitation), Reply(host, invitation).Plain("参加"));

        await InvitationsHost.UntilAsync(() => host.InAsync(store => store.StandingAnswers.AnyAsync(answer => answer.HospitalId == "H1302" && answer.Answer == Answer.Accepted)));
        (host.Services.GetRequiredService<MailboxPulse>().SinceRead < TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_sign_in_by_token_and_ask_for_another_when_it_was_taken_back()
    {
        await using var servers = await MailServers.StartAsync();
        await using var tokens = await TokenServer.StartAsync();
        await using var host = await InvitedAsync(servers, [.. servers.SettingsWithoutPassword, .. tokens.Settings, "--Mail:RetryAfter=00:00:00.1"]);
        var invitation = (await servers.HospitalsAsync(2)).Single(mail => mail.To.Mailboxes.Single().Address == "h1302@hospital.jp");

        await servers.SendAsync("h1302@hospital.jp", Organizer(invitation), Reply(host, invitation).Plain("参加"));

        await InvitationsHost.UntilAsync(() => host.InAsync(store => store.StandingAnswers.AnyAsync(answer => answer.HospitalId == "H1302" && answer.Answer == Answer.Accepted)));
        tokens.Given.ShouldBeGreaterThan(1);
    }

    private static async Task<InvitationsHost> InvitedAsync(MailServers servers, params string[] settings)
    {
        var host = await InvitationsHost.StartAsync([.. servers.Settings, .. settings]);
        await host.ContactsAsync("H1301", 1, (1, "h1301@hospital.jp"));
        await host.ContactsAsync("H1302", 1, (2, "h1302@hospital.jp"));
        await host.InviteAsync(1, "H1301", "H1302");
        return host;
    }

    private static string Organizer(MimeMessage invitation) => invitation.From.Mailboxes.Single().Address;

    private static ReplyMail Reply(InvitationsHost host, MimeMessage invitation) => new()
    {
        To = Organizer(invitation), Uid = $"{host.ConferenceId}@conference.jp", From = "h1302@hospital.jp", Attendee = "h1302@hospital.jp",
    };

    private static byte[] Huge(ReplyMail reply) => reply.Plain(string.Concat(Enumerable.Repeat("参加の可否は追って連絡します。参加の可否は追って連絡します。\n", 600_000)));

    private static byte[] Many(ReplyMail reply) => reply.Mail("multipart/mixed; boundary=x", string.Concat(Enumerable.Range(0, 10_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"--x\r\nContent-Type: application/octet-stream; name={number}\r\n\r\na\r\n"))) + "--x--\r\n");

    private static byte[] Endless(ReplyMail reply) => (reply with { ExtraLines = "RDATE:" + string.Join(",\r\n ", Enumerable.Repeat("20261210T083000Z", 100_000)) + "\r\nRRULE:FREQ=SECONDLY;COUNT=1000000" }).Calendar();

    // winmail.dat whose compressed text says that it unpacks to two gigabytes.
    private static byte[] Bomb(ReplyMail reply)
    {
        byte[] winmail = [0x78, 0x9F, 0x3E, 0x22, 0x01, 0x00, 0x02, 0x0F, 0x80, 0x06, 0x00, 0xFF, 0xFF, 0xFF, 0x7F, .. Enumerable.Repeat((byte)0x41, 100_000)];
        var part = $"--x\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(winmail, Base64FormattingOptions.InsertLineBreaks)}\r\n--x--\r\n";
        return reply.Mail("multipart/mixed; boundary=x", part);
    }
}
