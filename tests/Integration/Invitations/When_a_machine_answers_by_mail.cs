using Conference.Contracts.Invitations;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

/// <summary>A mail server that could not deliver, or a program that says that nobody is there.</summary>
public sealed class When_a_machine_answers_by_mail
{
    [Fact]
    public async Task Should_note_a_bounce_of_the_mail_that_came_back_and_count_it_as_never_told()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        await host.InviteAtAsync(2, host.Start.AddDays(1), "H1301", "H1302");
        await host.UntilSentAsync();
        var reply = await ReplyMail.OfAsync(host, 2) with { From = "MAILER-DAEMON@a.example", Headers = "Auto-Submitted: auto-replied" };
        var report = """
            --x
            Content-Type: text/plain

            Your message could not be delivered.
            --x
            Content-Type: message/delivery-status

            Reporting-MTA: dns; a.example

            Final-Recipient: rfc822; h1302@a.example
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 no such user

            --x--
            """;
        (await ReplyMail.TakeAsync(host, reply.Mail("multipart/report; report-type=delivery-status; boundary=x", report))).Reason.ShouldBe("bounced");

        var mail = (await host.MailsAsync()).Single(mail => mail.State == MailState.Bounced);
        (mail.Revision, mail.Error).ShouldBe((2, "5.1.1 smtp; 550 no such user"));
        (await host.LedgerAsync(Role.NationalCoordinator)).Where(view => view.HoldsOldTime).Select(view => view.HospitalId).ShouldBe(["H1302"]);

        // Plain words to the mail that did arrive are about its time, not about the one that nobody there has read.
        (await ReplyMail.TakeAsync(host, (await ReplyMail.OfAsync(host, 2)).Plain("参加"))).Reason.ShouldBe("older_time");
    }

    [Fact]
    public async Task Should_note_absence_notices_and_no_more()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        var reply = await ReplyMail.OfAsync(host, 2) with { Headers = "Auto-Submitted: auto-replied" };
        (await ReplyMail.TakeAsync(host, reply.Plain("参加"))).Reason.ShouldBe("automatic");
        (await host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(0);
    }
}
