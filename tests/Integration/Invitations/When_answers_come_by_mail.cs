using System.Net.Http.Json;
using Conference.Contracts.Invitations;
using Conference.Invitations.Inbound;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

public class When_answers_come_by_mail
{
    [Fact]
    public async Task Should_take_the_contacts_own_answer_once()
    {
        await using var host = await InvitedAsync();
        var mail = (await ReplyMail.OfAsync(host, 2)).Calendar();
        for (var time = 0; time < 2; time++)
            (await ReplyMail.TakeAsync(host, mail)).Reason.ShouldBe("answered");

        var standing = await host.InAsync(store => store.StandingAnswers.SingleAsync());
        (standing.HospitalId, standing.Answer, standing.Channel).ShouldBe(("H1302", Answer.Accepted, AnswerChannel.Calendar));
        (await host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(1);
        (await host.InAsync(store => store.AuditEntries.CountAsync(entry => entry.Action.StartsWith("mail ")))).ShouldBe(1);
    }

    [Fact]
    public async Task Should_take_plain_words_and_leave_what_is_not_understood_to_a_person()
    {
        await using var host = await InvitedAsync();
        var reply = await ReplyMail.OfAsync(host, 2);
        (await TakeAsync(host, reply.Plain("お世話になっております。\n不参加\n\n> 参加の可否をご回答ください"))).Reason.ShouldBe("answered");
        (await host.InAsync(store => store.StandingAnswers.SingleAsync())).Answer.ShouldBe(Answer.Declined);

        var unclear = await TakeAsync(host, reply.Plain("担当者が戻りましたら連絡します。"));
        (unclear.Outcome, unclear.Reason, unclear.Excerpt).ShouldBe((ReceivedOutcome.Review, "not_understood", "担当者が戻りましたら連絡します。"));
    }

    [Fact]
    public async Task Should_let_the_later_answer_count_whatever_the_order_and_channel()
    {
        await using var host = await InvitedAsync();
        var reply = await ReplyMail.OfAsync(host, 2);
        var now = TimeProvider.System.GetUtcNow();
        await TakeAsync(host, (reply with { PartStat = "DECLINED", Stamp = now.AddSeconds(-1) }).Calendar());
        await TakeAsync(host, (reply with { PartStat = "ACCEPTED", Stamp = now.AddSeconds(-60) }).Calendar());
        await TakeAsync(host, (reply with { Stamp = now.AddSeconds(-30) }).Plain("保留"));

        (await host.InAsync(store => store.StandingAnswers.SingleAsync())).Answer.ShouldBe(Answer.Declined);
        (await host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task Should_not_take_the_answer_to_another_event_for_one_to_this_conference()
    {
        await using var host = await InvitedAsync();
        var reply = await ReplyMail.OfAsync(host, 2) with { PartStat = "DECLINED" };
        foreach (var uid in new[] { $"{Guid.CreateVersion7()}@conference.example", "040000008200E00074C5B7101A82E008@b.example" })
        {
            var note = await TakeAsync(host, (reply with { Uid = uid }).Calendar());
            (note.Outcome, note.Reason, note.Answer).ShouldBe((ReceivedOutcome.Review, "other_conference", null));
        }

        (await host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(0);
        var both = reply with { ExtraLines = "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:other@b.example\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:h1302@a.example" };
        (await TakeAsync(host, both.Calendar())).Reason.ShouldBe("answered");
        (await host.InAsync(store => store.StandingAnswers.SingleAsync())).Answer.ShouldBe(Answer.Declined);
        (await TakeAsync(host, (reply with { Uid = reply.Uid.ToUpperInvariant() }).Calendar())).Reason.ShouldBe("answered");
    }

    [Fact]
    public async Task Should_say_when_a_later_answer_stands()
    {
        await using var host = await InvitedAsync();
        var reply = await ReplyMail.OfAsync(host, 2);
        var now = TimeProvider.System.GetUtcNow();
        await TakeAsync(host, (reply with { Stamp = now.AddSeconds(-10) }).Calendar());
        var late = await TakeAsync(host, (reply with { PartStat = "DECLINED", Stamp = now.AddSeconds(-60) }).Calendar());

        (late.Outcome, late.Reason).ShouldBe((ReceivedOutcome.Noted, "later_answer_stands"));
        (await host.InAsync(store => store.StandingAnswers.SingleAsync())).Answer.ShouldBe(Answer.Accepted);
        (await host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_go_by_the_date_of_the_mail_where_a_program_copies_our_stamp(bool says)
    {
        await using var host = await InvitedAsync();
        await host.InAsync(store => store.Mails.ExecuteUpdateAsync(mail => mail.SetProperty(row => row.QueuedAt, TimeProvider.System.GetUtcNow().AddMinutes(-10))));
        var asked = (await host.MailsAsync()).Single(mail => mail.HospitalId == "H1302");
        var reply = await ReplyMail.OfAsync(host, 2) with { Headers = says ? $"In-Reply-To: <{asked.MailId:N}@conference.example>" : "" };
        await TakeAsync(host, (reply with { Stamp = reply.Stamp.AddMinutes(-5) }).Calendar());

        (await TakeAsync(host, (reply with { PartStat = "DECLINED", Stamp = asked.QueuedAt, Date = reply.Stamp.AddMinutes(-1) }).Calendar())).Reason.ShouldBe("answered");
        (await host.InAsync(store => store.StandingAnswers.SingleAsync())).Answer.ShouldBe(Answer.Declined);
    }

    [Fact]
    public async Task Should_keep_an_answer_to_an_older_time_and_not_count_it()
    {
        await using var host = await InvitedAsync();
        await host.InviteAtAsync(2, host.Start.AddDays(1), "H1301", "H1302");
        (await TakeAsync(host, (await ReplyMail.OfAsync(host, 2)).Calendar())).Reason.ShouldBe("older_time");
        (await host.InAsync(store => store.GivenAnswers.SingleAsync())).Revision.ShouldBe(1);
        (await host.InAsync(store => store.StandingAnswers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Should_believe_nobody_without_proof()
    {
        await using var host = await InvitedAsync();
        var own = await ReplyMail.OfAsync(host, 2);
        var other = await ReplyMail.OfAsync(host, 1);
        var agent = own.To.Split('+')[0];
        (await TakeAsync(host, (own with { To = $"{agent}@conference.example" }).Calendar())).Reason.ShouldBe("not_proven");
        (await TakeAsync(host, (own with { To = $"{agent}+00000000000000000000@conference.example" }).Calendar())).Reason.ShouldBe("not_proven");
        (await TakeAsync(host, (other with { From = own.From, Attendee = own.Attendee }).Calendar())).Reason.ShouldBe("stranger");
        (await TakeAsync(host, (own with { Attendee = "someone@b.example", From = "someone@b.example" }).Calendar())).Reason.ShouldBe("stranger");
        (await TakeAsync(host, (own with { To = "x@conference.example", Uid = "other@b.example" }).Calendar())).Reason.ShouldBe("unknown_conference");
        (await host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("mx.conference.example; dkim=pass header.d=a.example", "answered")]
    [InlineData("mx.conference.example; dmarc=pass header.from=a.example", "answered")]
    [InlineData("mx.conference.example; dkim=pass header.d=b.example", "not_proven")]
    [InlineData("mx.conference.example; dkim=fail header.d=a.example; spf=fail smtp.mailfrom=h1302@a.example", "not_authentic")]
    [InlineData("mx.b.example; dkim=pass header.d=a.example", "not_proven")]
    public async Task Should_believe_what_the_trusted_server_found(string found, string reason)
    {
        await using var host = await InvitedAsync("--Mail:TrustedServer=mx.conference.example");
        var reply = await ReplyMail.OfAsync(host, 2);
        var bare = reply with { To = $"{reply.To.Split('+')[0]}@conference.example", Headers = $"Authentication-Results: {found}" };
        (await TakeAsync(host, bare.Calendar())).Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task Should_ask_booking_about_another_time_and_say_when_it_is_not_taken()
    {
        await using var host = await InvitedAsync();
        var counter = await ReplyMail.OfAsync(host, 2) with { Method = "COUNTER", PartStat = "TENTATIVE", Start = host.Start.AddDays(2) };
        (await TakeAsync(host, counter.Calendar())).Reason.ShouldBe("proposed");
        var proposal = await host.InAsync(store => store.Proposals.SingleAsync());
        (proposal.Start, proposal.End, proposal.State).ShouldBe((host.Start.AddDays(2), host.Start.AddDays(2).AddHours(1), ProposalState.Open));

        await host.TakeAsync(new Contracts.Booking.SlotChecked { CheckId = proposal.ProposalId, ConferenceId = host.ConferenceId, Possible = true });
        (await host.InAsync(store => store.Proposals.SingleAsync())).Possible.ShouldBe(true);
        using var coordinator = host.ClientOf(Conference.Platform.Authorization.Role.NationalCoordinator);
        (await coordinator.PostAsync(new Uri($"/api/conferences/{host.ConferenceId}/proposals/{proposal.ProposalId}/decline", UriKind.Relative), null)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NoContent);
        await host.UntilSentAsync();
        (await host.MailsAsync()).Single(mail => mail.Kind == MailKind.ProposalDeclined).State.ShouldBe(MailState.Sent);
    }

    [Fact]
    public async Task Should_take_the_answer_that_comes_with_another_time()
    {
        await using var host = await InvitedAsync();
        var counter = await ReplyMail.OfAsync(host, 2) with { Method = "COUNTER" };
        (await TakeAsync(host, (counter with { PartStat = "DECLINED", Start = host.Start.AddDays(2) }).Calendar())).Reason.ShouldBe("proposed");
        (await StandingAsync()).ShouldBe(Answer.Declined);
        (await host.InAsync(store => store.Proposals.CountAsync())).ShouldBe(1);

        (await TakeAsync(host, (counter with { PartStat = "ACCEPTED", Start = host.Start }).Calendar())).Reason.ShouldBe("answered");
        (await StandingAsync()).ShouldBe(Answer.Accepted);
        (await TakeAsync(host, (counter with { PartStat = "NEEDS-ACTION", Start = host.Start }).Calendar())).Reason.ShouldBe("same_time");

        var odd = await TakeAsync(host, (counter with { PartStat = "TENTATIVE", Start = host.Start.AddMinutes(7) }).Calendar());
        (odd.Outcome, odd.Reason).ShouldBe((ReceivedOutcome.Review, "proposal_impossible"));
        (await StandingAsync()).ShouldBe(Answer.Tentative);

        Task<Answer> StandingAsync() => host.InAsync(store => store.StandingAnswers.Select(standing => standing.Answer).SingleAsync());
    }

    [Fact]
    public async Task Should_settle_a_proposal_by_the_time_that_is_announced_next()
    {
        await using var host = await InvitedAsync();
        var reply = await ReplyMail.OfAsync(host, 2) with { Method = "COUNTER", Start = host.Start.AddDays(2) };
        await TakeAsync(host, reply.Calendar());
        await host.InviteAtAsync(2, host.Start.AddDays(2), "H1301", "H1302");
        (await host.InAsync(store => store.Proposals.SingleAsync())).State.ShouldBe(ProposalState.Accepted);
    }

    [Fact]
    public async Task Should_note_a_bounce_of_the_mail_that_came_back_and_count_it_as_never_told()
    {
        await using var host = await InvitedAsync();
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
        (await TakeAsync(host, reply.Mail("multipart/report; report-type=delivery-status; boundary=x", report))).Reason.ShouldBe("bounced");

        var mail = (await host.MailsAsync()).Single(mail => mail.State == MailState.Bounced);
        (mail.Revision, mail.Error).ShouldBe((2, "5.1.1 smtp; 550 no such user"));
        (await LedgerAsync(host, Role.NationalCoordinator)).Where(view => view.HoldsOldTime).Select(view => view.HospitalId).ShouldBe(["H1302"]);

        // Plain words to the mail that did arrive are about its time, not about the one that nobody there has read.
        (await TakeAsync(host, (await ReplyMail.OfAsync(host, 2)).Plain("参加"))).Reason.ShouldBe("older_time");
    }

    [Fact]
    public async Task Should_let_a_delegate_answer_in_the_contacts_place()
    {
        await using var host = await InvitedAsync();
        var reply = await ReplyMail.OfAsync(host, 2);
        (await TakeAsync(host, (reply with { PartStat = "DELEGATED;DELEGATED-TO=\"mailto:deputy@a.example\"" }).Calendar())).Reason.ShouldBe("delegated");
        (await LedgerAsync(host, Role.NationalCoordinator)).Single(view => view.HospitalId == "H1302").DelegatedTo.ShouldBe("deputy@a.example");
        (await LedgerAsync(host, Role.CouncilMember)).Select(view => view.DelegatedTo).ShouldBe([null, ""]);
        (await TakeAsync(host, (reply with { From = "deputy@a.example", Attendee = "deputy@a.example" }).Calendar())).Reason.ShouldBe("answered");
    }

    [Fact]
    public async Task Should_send_the_invitation_again_when_it_is_asked_for()
    {
        await using var host = await InvitedAsync();
        await host.UntilSentAsync();
        await host.InAsync(store => store.Database.ExecuteSqlRawAsync("UPDATE mails SET queued_at = queued_at - 3600000"));
        var reply = await ReplyMail.OfAsync(host, 2) with { Method = "REFRESH", PartStat = "NEEDS-ACTION" };
        (await TakeAsync(host, reply.Calendar())).Reason.ShouldBe("sent_again");
        (await TakeAsync(host, (reply with { Sequence = null }).Calendar())).Reason.ShouldBe("sent_again_lately");
        await host.UntilSentAsync();
        (await host.MailsAsync()).Count(mail => mail is { HospitalId: "H1302", Revision: 1, State: MailState.Sent }).ShouldBe(2);
    }

    [Fact]
    public async Task Should_note_absence_notices_and_no_more()
    {
        await using var host = await InvitedAsync();
        var reply = await ReplyMail.OfAsync(host, 2) with { Headers = "Auto-Submitted: auto-replied" };
        (await TakeAsync(host, reply.Plain("参加"))).Reason.ShouldBe("automatic");
        (await host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(0);
    }

    private static async Task<IReadOnlyList<InvitationView>> LedgerAsync(InvitationsHost host, Role role)
    {
        using var client = host.ClientOf(role);
        return (await client.GetFromJsonAsync<Contracts.Page<InvitationView>>($"/api/conferences/{host.ConferenceId}/invitations"))!.Items;
    }

    internal static async Task<InvitationsHost> InvitedAsync(params string[] settings)
    {
        var host = await InvitationsHost.StartAsync(settings);
        await host.ContactsAsync("H1301", 1, (1, "h1301@a.example"));
        await host.ContactsAsync("H1302", 1, (2, "h1302@a.example"));
        await host.InviteAsync(1, "H1301", "H1302");
        return host;
    }

    private static Task<ReceivedMail> TakeAsync(InvitationsHost host, byte[] mail) => ReplyMail.TakeAsync(host, mail);
}
