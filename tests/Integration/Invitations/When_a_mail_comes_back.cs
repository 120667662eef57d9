using Conference.Contracts.Invitations;
using Conference.Invitations.Outbound;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

public class When_a_mail_comes_back
{
    [Fact]
    public async Task Should_take_the_newest_mail_for_the_one_that_came_back()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        await host.UntilSentAsync();
        await host.InviteAtAsync(2, host.Start.AddDays(1), "H1301", "H1302");
        await host.UntilSentAsync();
        // As if the store gave them back in the other order.
        await host.InAsync(store => store.Database.ExecuteSqlRawAsync("UPDATE mails SET queued_at = queued_at + 3600000 WHERE revision = 1"));
        (await BounceAsync(host)).ShouldBe("bounced");
        (await host.MailsAsync()).Single(mail => mail.State == MailState.Bounced).Revision.ShouldBe(1);
    }

    [Fact]
    public async Task Should_note_a_bounce_that_is_faster_than_our_own_note_of_the_sending()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        await host.UntilSentAsync();
        var now = TimeProvider.System.GetUtcNow();
        await host.InAsync(store => store.Mails.Where(mail => mail.HospitalId == "H1302").ExecuteUpdateAsync(mail => mail
            .SetProperty(row => row.State, MailState.Queued).SetProperty(row => row.SentAt, (DateTimeOffset?)null).SetProperty(row => row.Attempts, 0).SetProperty(row => row.ClaimedUntil, now.AddSeconds(50))));
        (await BounceAsync(host)).ShouldBe("bounced");

        var mail = (await host.MailsAsync()).Single(mail => mail.HospitalId == "H1302");
        await host.Services.GetRequiredService<MailQueue>().SettleAsync([new Handover(mail.MailId, HandoverResult.Done)], default);
        mail = (await host.MailsAsync()).Single(mail => mail.HospitalId == "H1302");
        (mail.State, mail.Error).ShouldBe((MailState.Bounced, "4.4.7 expired"));
        mail.SentAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_leave_a_newer_mail_that_only_waits_for_its_next_try()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        await host.UntilSentAsync();
        await host.InviteAtAsync(2, host.Start.AddDays(1), "H1301", "H1302");
        await host.UntilSentAsync();
        var later = TimeProvider.System.GetUtcNow().AddMinutes(10);
        await host.InAsync(store => store.Mails.Where(mail => mail.HospitalId == "H1302" && mail.Revision == 2).ExecuteUpdateAsync(mail => mail
            .SetProperty(row => row.State, MailState.Queued).SetProperty(row => row.SentAt, (DateTimeOffset?)null).SetProperty(row => row.Attempts, 1)
            .SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null).SetProperty(row => row.NextAttemptAt, later)));
        (await BounceAsync(host)).ShouldBe("bounced");
        (await host.MailsAsync()).Where(mail => mail.HospitalId == "H1302").Select(mail => (mail.Revision, mail.State)).ShouldBe([(1, MailState.Bounced), (2, MailState.Queued)]);
        (await BounceAsync(host)).ShouldBe("bounced_before");
    }

    [Theory]
    [InlineData("Final-Recipient: rfc822; tanaka@a.example")]
    [InlineData("Original-Recipient: rfc822; members@a.example\nFinal-Recipient: rfc822; tanaka@a.example")]
    public async Task Should_only_note_that_one_mailbox_behind_the_contacts_address_is_full(string recipients)
    {
        await using var host = await InvitationsHost.InvitedAsync();
        await host.UntilSentAsync();
        (await BounceAsync(host, recipients)).ShouldBe("bounced_further_on");
        (await BounceAsync(host, recipients, named: true)).ShouldBe("bounced_further_on");
        (await host.MailsAsync()).ShouldAllBe(mail => mail.State == MailState.Sent);
    }

    [Theory]
    [InlineData("Original-Recipient: rfc822; H1302@a.example\nFinal-Recipient: rfc822; tanaka@a.example")]
    [InlineData("Final-Recipient: rfc822; tanaka@a.example\nAction: failed\nStatus: 5.2.2\n\nFinal-Recipient: rfc822; h1302@a.example")]
    public async Task Should_take_a_mail_for_lost_that_failed_for_the_contacts_own_address(string recipients)
    {
        await using var host = await InvitationsHost.InvitedAsync();
        await host.UntilSentAsync();
        (await BounceAsync(host, recipients, named: true)).ShouldBe("bounced");
        (await host.MailsAsync()).Single(mail => mail.State == MailState.Bounced).HospitalId.ShouldBe("H1302");
    }

    // Named: it brings the head of the mail that came back, and with it the Message-ID.
    private static async Task<string> BounceAsync(InvitationsHost host, string recipients = "Final-Recipient: rfc822; h1302@a.example", bool named = false)
    {
        var reply = await ReplyMail.OfAsync(host, 2) with { From = "MAILER-DAEMON@a.example" };
        var mail = (await host.MailsAsync()).First(mail => mail.HospitalId == "H1302");
        var head = named ? $"--x\nContent-Type: text/rfc822-headers\n\nMessage-ID: <{mail.MailId:N}@conference.example>\n\n" : "";
        var report = $"--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; a.example\n\n{recipients}\nAction: failed\nStatus: 4.4.7\nDiagnostic-Code: expired\n\n{head}--x--\n";
        return (await ReplyMail.TakeAsync(host, reply.Mail("multipart/report; report-type=delivery-status; boundary=x", report))).Reason;
    }
}
