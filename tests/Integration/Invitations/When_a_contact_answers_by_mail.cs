using Conference.Contracts.Invitations;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

/// <summary>Which of the answers that are mailed counts, and whose is believed.</summary>
public sealed class When_a_contact_answers_by_mail
{
    [Fact]
    public async Task Should_take_the_contacts_own_answer_once()
    {
        await using var host = await InvitationsHost.InvitedAsync();
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
        await using var host = await InvitationsHost.InvitedAsync();
        var reply = await ReplyMail.OfAsync(host, 2);
        (await ReplyMail.TakeAsync(host, reply.Plain("お世話になっております。\n不参加\n\n> 参加の可否をご回答ください"))).Reason.ShouldBe("answered");
        (await host.InAsync(store => store.StandingAnswers.SingleAsync())).Answer.ShouldBe(Answer.Declined);

        var unclear = await ReplyMail.TakeAsync(host, reply.Plain("担当者が戻りましたら連絡します。"));
        (unclear.Outcome, unclear.Reason, unclear.Excerpt).ShouldBe((ReceivedOutcome.Review, "not_understood", "担当者が戻りましたら連絡します。"));
    }

    [Fact]
    public async Task Should_let_the_later_answer_count_whatever_the_order_and_channel()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        var reply = await ReplyMail.OfAsync(host, 2);
        var now = TimeProvider.System.GetUtcNow();
        await ReplyMail.TakeAsync(host, (reply with { PartStat = "DECLINED", Stamp = now.AddSeconds(-1) }).Calendar());
        await ReplyMail.TakeAsync(host, (reply with { PartStat = "ACCEPTED", Stamp = now.AddSeconds(-60) }).Calendar());
        await ReplyMail.TakeAsync(host, (reply with { Stamp = now.AddSeconds(-30) }).Plain("保留"));

        (await host.InAsync(store => store.StandingAnswers.SingleAsync())).Answer.ShouldBe(Answer.Declined);
        (await host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task Should_tell_of_two_mails_of_one_second_that_the_later_to_come_is_later()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        var reply = await ReplyMail.OfAsync(host, 2);
        foreach (var answer in new[] { "ACCEPTED", "DECLINED" })
            await ReplyMail.TakeAsync(host, (reply with { PartStat = answer }).Calendar());

        (await host.InAsync(store => store.StandingAnswers.SingleAsync())).Answer.ShouldBe(Answer.Declined);
        (await host.InAsync(store => store.GivenAnswers.OrderBy(given => given.AnsweredAt).Select(given => given.Answer).ToListAsync())).ShouldBe([Answer.Accepted, Answer.Declined]);
        (await host.InAsync(store => store.GivenAnswers.Select(given => given.AnsweredAt).Distinct().CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Should_not_take_the_answer_to_another_event_for_one_to_this_conference()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        var reply = await ReplyMail.OfAsync(host, 2) with { PartStat = "DECLINED" };
        foreach (var uid in new[] { $"{Guid.CreateVersion7()}@conference.example", "040000008200E00074C5B7101A82E008@b.example" })
        {
            var note = await ReplyMail.TakeAsync(host, (reply with { Uid = uid }).Calendar());
            (note.Outcome, note.Reason, note.Answer).ShouldBe((ReceivedOutcome.Review, "other_conference", null));
        }

        (await host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(0);
        var both = reply with { ExtraLines = "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:other@b.example\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:h1302@a.example" };
        (await ReplyMail.TakeAsync(host, both.Calendar())).Reason.ShouldBe("answered");
        (await host.InAsync(store => store.StandingAnswers.SingleAsync())).Answer.ShouldBe(Answer.Declined);
        (await ReplyMail.TakeAsync(host, (reply with { Uid = reply.Uid.ToUpperInvariant() }).Calendar())).Reason.ShouldBe("answered");
    }

    [Fact]
    public async Task Should_say_when_a_later_answer_stands()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        var reply = await ReplyMail.OfAsync(host, 2);
        var now = TimeProvider.System.GetUtcNow();
        await ReplyMail.TakeAsync(host, (reply with { Stamp = now.AddSeconds(-10) }).Calendar());
        var late = await ReplyMail.TakeAsync(host, (reply with { PartStat = "DECLINED", Stamp = now.AddSeconds(-60) }).Calendar());

        (late.Outcome, late.Reason).ShouldBe((ReceivedOutcome.Noted, "later_answer_stands"));
        (await host.InAsync(store => store.StandingAnswers.SingleAsync())).Answer.ShouldBe(Answer.Accepted);
        (await host.InAsync(store => store.GivenAnswers.CountAsync())).ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_go_by_the_date_of_the_mail_where_a_program_copies_our_stamp(bool says)
    {
        await using var host = await InvitationsHost.InvitedAsync();
        await host.InAsync(store => store.Mails.ExecuteUpdateAsync(mail => mail.SetProperty(row => row.QueuedAt, TimeProvider.System.GetUtcNow().AddMinutes(-10))));
        var asked = (await host.MailsAsync()).Single(mail => mail.HospitalId == "H1302");
        var reply = await ReplyMail.OfAsync(host, 2) with { Headers = says ? $"In-Reply-To: <{asked.MailId:N}@conference.example>" : "" };
        await ReplyMail.TakeAsync(host, (reply with { Stamp = reply.Stamp.AddMinutes(-5) }).Calendar());

        (await ReplyMail.TakeAsync(host, (reply with { PartStat = "DECLINED", Stamp = asked.QueuedAt, Date = reply.Stamp.AddMinutes(-1) }).Calendar())).Reason.ShouldBe("answered");
        (await host.InAsync(store => store.StandingAnswers.SingleAsync())).Answer.ShouldBe(Answer.Declined);
    }

    [Fact]
    public async Task Should_keep_an_answer_to_an_older_time_and_not_count_it()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        await host.InviteAtAsync(2, host.Start.AddDays(1), "H1301", "H1302");
        (await ReplyMail.TakeAsync(host, (await ReplyMail.OfAsync(host, 2)).Calendar())).Reason.ShouldBe("older_time");
        (await host.InAsync(store => store.GivenAnswers.SingleAsync())).Revision.ShouldBe(1);
        (await host.InAsync(store => store.StandingAnswers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Should_believe_nobody_without_proof()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        var own = await ReplyMail.OfAsync(host, 2);
        var other = await ReplyMail.OfAsync(host, 1);
        var agent = own.To.Split('+')[0];
        (await ReplyMail.TakeAsync(host, (own with { To = $"{agent}@conference.example" }).Calendar())).Reason.ShouldBe("not_proven");
        (await ReplyMail.TakeAsync(host, (own with { To = $"{agent}+00000000000000000000@conference.example" }).Calendar())).Reason.ShouldBe("not_proven");
        (await ReplyMail.TakeAsync(host, (other with { From = own.From, Attendee = own.Attendee }).Calendar())).Reason.ShouldBe("stranger");
        (await ReplyMail.TakeAsync(host, (own with { Attendee = "someone@b.example", From = "someone@b.example" }).Calendar())).Reason.ShouldBe("stranger");
        (await ReplyMail.TakeAsync(host, (own with { To = "x@conference.example", Uid = "other@b.example" }).Calendar())).Reason.ShouldBe("unknown_conference");
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
        await using var host = await InvitationsHost.InvitedAsync("--Mail:TrustedServer=mx.conference.example");
        var reply = await ReplyMail.OfAsync(host, 2);
        var bare = reply with { To = $"{reply.To.Split('+')[0]}@conference.example", Headers = $"Authentication-Results: {found}" };
        (await ReplyMail.TakeAsync(host, bare.Calendar())).Reason.ShouldBe(reason);
    }
}
