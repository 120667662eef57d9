using Conference.Contracts.Invitations;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

public class When_a_conference_is_announced
{
    [Fact]
    public async Task Should_tell_each_contact_once_however_often_it_is_told_to()
    {
        await using var host = await InvitationsHost.StartAsync();
        await host.ContactsAsync("H1301", 1, (1, "h1301@a.example"));
        await host.ContactsAsync("H1302", 1, (2, "h1302@a.example"), (3, "second@a.example"));

        await host.InviteAsync(1, "H1301", "H1302", "H1303");
        await host.InviteAsync(1, "H1301", "H1302", "H1303");

        (await host.MailsAsync()).Select(mail => mail.Address).Order().ShouldBe(["h1301@a.example", "h1302@a.example", "second@a.example"]);
        var announcement = await host.InAsync(store => store.Announcements.SingleAsync());
        announcement.Mails.ShouldBe(3);
        announcement.WithoutContact.ShouldBe(["H1303"]);
        await host.UntilSentAsync();
        Directory.GetFiles(host.MailPath, "*.eml").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Should_take_it_back_from_those_no_longer_invited_and_ignore_what_is_older()
    {
        await using var host = await InvitationsHost.StartAsync();
        await host.ContactsAsync("H1301", 1, (1, "h1301@a.example"));
        await host.ContactsAsync("H1302", 1, (2, "h1302@a.example"));
        await host.InviteAsync(1, "H1301", "H1302");
        await host.UntilSentAsync();

        await host.InviteAtAsync(3, host.Start.AddDays(1), "H1301");
        await host.InviteAsync(2, "H1301", "H1302");
        await host.UntilSentAsync();

        var mails = await host.MailsAsync();
        mails.Where(mail => mail.Revision == 3).Select(mail => (mail.HospitalId, mail.Kind)).Order()
            .ShouldBe([("H1301", MailKind.Invitation), ("H1302", MailKind.Cancellation)]);
        mails.ShouldNotContain(mail => mail.Revision == 2);
        mails.Single(mail => mail is { Revision: 3, HospitalId: "H1301" }).Content.PreviousStart.ShouldBe(host.Start);
        mails.Where(mail => mail.HospitalId == "H1301").Select(mail => mail.QueuedAt).ShouldBeUnique();
    }

    [Fact]
    public async Task Should_tell_contacts_that_come_later_or_whose_address_is_corrected()
    {
        await using var host = await InvitationsHost.StartAsync();
        await host.InviteAsync(1, "H1301");
        await host.ContactsAsync("H1301", 1, (1, "wrong@a.example"));
        await host.UntilSentAsync();
        await host.ContactsAsync("H1301", 2, (1, "right@a.example"));
        await host.ContactsAsync("H1301", 1, (1, "wrong@a.example"));
        await host.UntilSentAsync();

        (await host.MailsAsync()).Select(mail => (mail.Address, mail.Kind)).Order().ShouldBe(
            [("right@a.example", MailKind.Invitation), ("wrong@a.example", MailKind.Invitation), ("wrong@a.example", MailKind.Cancellation)]);
    }

    [Fact]
    public async Task Should_say_that_only_the_time_is_off_and_invite_again_to_another()
    {
        await using var host = await InvitationsHost.StartAsync();
        await host.ContactsAsync("H1301", 1, (1, "h1301@a.example"));
        await host.InviteAsync(1, "H1301");
        await host.UntilSentAsync();
        await host.TakeAsync(new WithdrawInvitations { ConferenceId = host.ConferenceId, Revision = 2, TimeOnly = true });
        await host.UntilSentAsync();
        await host.InviteAtAsync(3, host.Start.AddDays(1), "H1301");
        await host.UntilSentAsync();

        (await host.MailsAsync()).Select(mail => mail.Kind).ShouldBe([MailKind.Invitation, MailKind.Cancellation, MailKind.Invitation]);
        Directory.GetFiles(host.MailPath, "*.eml").Select(file => MimeKit.MimeMessage.Load(file).Subject!).Count(subject => subject.StartsWith("【日時取消】", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_confirm_and_withdraw_once()
    {
        await using var host = await InvitationsHost.StartAsync();
        await host.ContactsAsync("H1301", 1, (1, "h1301@a.example"));
        await host.InviteAsync(1, "H1301");
        await host.UntilSentAsync();
        for (var time = 0; time < 2; time++)
            await host.TakeAsync(new AnnounceConfirmation { ConferenceId = host.ConferenceId, Revision = 1 });
        await host.UntilSentAsync();
        for (var time = 0; time < 2; time++)
            await host.TakeAsync(new WithdrawInvitations { ConferenceId = host.ConferenceId, Revision = 2 });
        await host.InviteAsync(2, "H1301");
        await host.UntilSentAsync();

        (await host.MailsAsync()).Select(mail => mail.Kind).ShouldBe([MailKind.Invitation, MailKind.Confirmation, MailKind.Cancellation]);
    }

    [Fact]
    public async Task Should_not_ask_again_who_has_answered_when_it_confirms_or_is_asked_for_the_invitation()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        await ReplyMail.TakeAsync(host, (await ReplyMail.OfAsync(host, 2)).Calendar());
        await host.TakeAsync(new AnnounceConfirmation { ConferenceId = host.ConferenceId, Revision = 1 });
        await host.UntilSentAsync();
        await host.InAsync(store => store.Database.ExecuteSqlRawAsync("UPDATE mails SET queued_at = queued_at - 3600000"));
        await ReplyMail.TakeAsync(host, (await ReplyMail.OfAsync(host, 2) with { Method = "REFRESH", PartStat = "NEEDS-ACTION" }).Calendar());

        (await host.MailsAsync()).Where(mail => mail.Kind == MailKind.Confirmation).OrderBy(mail => mail.HospitalId).Select(mail => (mail.HospitalId, mail.Content.Answered))
            .ShouldBe([("H1301", null), ("H1302", Answer.Accepted), ("H1302", Answer.Accepted)]);
    }

    [Fact]
    public async Task Should_show_everybody_who_is_asked_and_what_they_answered_where_that_is_set()
    {
        await using var host = await InvitationsHost.InvitedAsync("--Mail:ShowAttendees=all");
        await host.UntilSentAsync();
        await ReplyMail.TakeAsync(host, (await ReplyMail.OfAsync(host, 2)).Calendar());
        await host.TakeAsync(new AnnounceConfirmation { ConferenceId = host.ConferenceId, Revision = 1 });
        await host.UntilSentAsync();
        await host.InviteAtAsync(2, host.Start.AddDays(1), "H1301");
        await host.UntilSentAsync();

        (await OthersAsync(MailKind.Invitation, 1)).ShouldBe([("H1301", "h1302@a.example", null), ("H1302", "h1301@a.example", null)]);
        (await OthersAsync(MailKind.Confirmation, 1)).ShouldBe([("H1301", "h1302@a.example", Answer.Accepted), ("H1302", "h1301@a.example", null)]);
        (await OthersAsync(MailKind.Invitation, 2)).ShouldBeEmpty();

        async Task<List<(string, string, Answer?)>> OthersAsync(MailKind kind, int revision) =>
            [.. (await host.MailsAsync()).Where(mail => mail.Kind == kind && mail.Revision == revision).OrderBy(mail => mail.HospitalId)
                .SelectMany(mail => mail.Content.Others.Select(other => (mail.HospitalId, other.Address, other.Answered)))];
    }

    [Fact]
    public async Task Should_say_at_once_that_the_time_stands_when_the_confirmation_came_first()
    {
        await using var host = await InvitationsHost.StartAsync();
        await host.ContactsAsync("H1301", 1, (1, "h1301@a.example"));
        await host.TakeAsync(new AnnounceConfirmation { ConferenceId = host.ConferenceId, Revision = 1 });
        await host.InviteAsync(1, "H1301");
        (await host.MailsAsync()).Single().Kind.ShouldBe(MailKind.Confirmation);
    }

    [Fact]
    public async Task Should_remind_once_for_each_lead()
    {
        await using var host = await InvitationsHost.StartAsync();
        await host.ContactsAsync("H1301", 1, (1, "h1301@a.example"));
        await host.InviteAsync(1, "H1301");
        foreach (var days in new[] { 7, 7, 1 })
            await host.TakeAsync(new SendReminders { ConferenceId = host.ConferenceId, Revision = 1, Purpose = ReminderPurpose.Reminder, Lead = TimeSpan.FromDays(days) });
        await host.TakeAsync(new SendReminders { ConferenceId = host.ConferenceId, Revision = 0, Purpose = ReminderPurpose.Chaser, Lead = TimeSpan.FromDays(3) });

        (await host.MailsAsync()).Count(mail => mail.Kind == MailKind.Reminder).ShouldBe(2);
        (await host.MailsAsync()).ShouldNotContain(mail => mail.Kind == MailKind.Chaser);
    }
}
