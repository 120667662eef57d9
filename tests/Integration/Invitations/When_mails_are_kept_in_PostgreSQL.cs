using System.Net;
using System.Net.Http.Json;
using System.Text;
using Conference.Contracts.Invitations;
using Conference.Invitations.Outbound;
using Conference.Invitations.Storage;
using Conference.Platform.Authorization;
using Conference.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

/// <summary>What SQLite forgives: text that PostgreSQL refuses, rows that several dispatchers share.</summary>
[Collection(UsesServers.Name)]
public sealed class When_mails_are_kept_in_PostgreSQL(SharedServers servers)
{
    [Fact]
    public async Task Should_take_in_a_mail_whose_pieces_end_in_half_a_character()
    {
        await using var host = await InvitedAsync();
        var reply = await ReplyMail.OfAsync(host, 2) with { From = "\"a\0b\"@b.example" };
        var subject = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('a', 199) + "😀"));
        var mail = Encoding.UTF8.GetString(reply.Plain(new string('参', 499) + "😀\0")).Replace("Subject: Re: invitation", $"Subject: =?utf-8?B?{subject}?=", StringComparison.Ordinal);
        var note = await ReplyMail.TakeAsync(host, Encoding.UTF8.GetBytes(mail));
        (note.Outcome, note.Subject, note.Excerpt).ShouldBe((ReceivedOutcome.Review, new string('a', 199), new string('参', 499)));

        var report = $"--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a.example\r\n\r\nFinal-Recipient: rfc822; h1302@a.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: {new string('a', 293)}😀\r\n\r\n--x--\r\n";
        (await ReplyMail.TakeAsync(host, (reply with { From = "MAILER-DAEMON@a.example" }).Mail("multipart/report; report-type=delivery-status; boundary=x", report))).Reason.ShouldBe("bounced");
    }

    [Fact]
    public async Task Should_send_what_a_clock_that_was_ahead_has_put_off()
    {
        await using var host = await InvitedAsync();
        var now = TimeProvider.System.GetUtcNow();
        await host.InAsync(store => store.Mails.Where(mail => mail.HospitalId == "H1301").ExecuteUpdateAsync(mail => mail.SetProperty(row => row.State, MailState.Queued).SetProperty(row => row.ClaimedUntil, now.AddMinutes(61))));
        await host.InAsync(store => store.Mails.Where(mail => mail.HospitalId == "H1302").ExecuteUpdateAsync(mail => mail.SetProperty(row => row.State, MailState.Queued).SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null).SetProperty(row => row.NextAttemptAt, now.AddMinutes(60))));
        await host.UntilSentAsync();
    }

    [Fact]
    public async Task Should_not_overtake_a_mail_that_another_dispatcher_has_in_hand()
    {
        await using var host = await InvitedAsync();
        await InHandOfAnotherAsync(host, TimeProvider.System.GetUtcNow().AddMinutes(1));
        await host.InviteAtAsync(2, host.Start.AddHours(2), "H1301", "H1302");
        await InvitationsHost.UntilAsync(() => host.InAsync(store => store.Mails.AnyAsync(mail => mail.HospitalId == "H1301" && mail.Revision == 2 && mail.State == MailState.Sent)));
        // Both were due in the same moment, and one was taken in hand.
        (await UpdateAsync(host)).ClaimedUntil.ShouldBeNull();

        await InHandOfAnotherAsync(host, TimeProvider.System.GetUtcNow());
        await host.UntilSentAsync();
        (await UpdateAsync(host)).State.ShouldBe(MailState.Sent);

        static Task<int> InHandOfAnotherAsync(InvitationsHost host, DateTimeOffset until) => host.InAsync(store => store.Mails.Where(mail => mail.HospitalId == "H1302" && mail.Revision == 1)
            .ExecuteUpdateAsync(mail => mail.SetProperty(row => row.State, row => row.State == MailState.Sent ? MailState.Queued : row.State).SetProperty(row => row.ClaimedUntil, until)));
        static Task<Mail> UpdateAsync(InvitationsHost host) => host.InAsync(store => store.Mails.AsNoTracking().SingleAsync(mail => mail.HospitalId == "H1302" && mail.Revision == 2));
    }

    // It looks untold until the claim is committed, and is told all the same.
    [Fact]
    public async Task Should_take_back_what_a_dispatcher_is_just_taking_in_hand()
    {
        await using var host = await InvitedAsync();
        var now = TimeProvider.System.GetUtcNow();
        await host.InAsync(store => store.Mails.Where(mail => mail.HospitalId == "H1302").ExecuteUpdateAsync(mail => mail
            .SetProperty(row => row.State, MailState.Queued).SetProperty(row => row.Attempts, 0).SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null).SetProperty(row => row.NextAttemptAt, now.AddMinutes(10))));

        await host.InAsync(async dispatcher =>
        {
            await using var claim = await dispatcher.Database.BeginTransactionAsync();
            await dispatcher.Mails.Where(mail => mail.HospitalId == "H1302").ExecuteUpdateAsync(mail => mail.SetProperty(row => row.ClaimedUntil, now.AddMinutes(1)));
            await WithdrawMeanwhileAsync(host, claim);
            return true;
        });

        await InvitationsHost.UntilAsync(() => host.InAsync(store => store.Mails.AnyAsync(mail => mail.HospitalId == "H1302" && mail.State == MailState.Superseded)));
        (await host.InAsync(store => store.Mails.AnyAsync(mail => mail.HospitalId == "H1302" && mail.Kind == MailKind.Cancellation))).ShouldBeTrue();
    }

    // Its invitation is committed after the withdrawal has looked who was told.
    [Fact]
    public async Task Should_take_back_what_a_contact_is_just_told_who_was_added()
    {
        await using var host = await InvitedAsync();

        await host.InAsync(async change =>
        {
            await using var telling = await change.Database.BeginTransactionAsync();
            await change.LockContactsAsync(CancellationToken.None);
            await change.Database.ExecuteSqlRawAsync("""
                INSERT INTO invitations.mails
                SELECT (jsonb_populate_record(mail, jsonb_build_object('mail_id', gen_random_uuid(), 'contact_id', gen_random_uuid(), 'address', 'added@h1302.example'))).*
                FROM invitations.mails mail WHERE hospital_id = 'H1302' AND kind = 'Invitation'
                """);
            await WithdrawMeanwhileAsync(host, telling);
            return true;
        });

        (await host.InAsync(store => store.Mails.AnyAsync(mail => mail.Address == "added@h1302.example" && mail.Kind == MailKind.Cancellation))).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_say_that_a_character_cannot_be_kept()
    {
        await using var host = await InvitedAsync();
        using var http = host.ClientOf(Role.NationalCoordinator);

        using var answer = await http.PostAsJsonAsync(new Uri($"/api/conferences/{host.ConferenceId}/answers", UriKind.Relative), new { hospitalId = "H1302\0", answer = "accepted" });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("unprintable_text");
    }

    private static async Task WithdrawMeanwhileAsync(InvitationsHost host, IDbContextTransaction transaction)
    {
        var withdrawal = host.TakeAsync(new WithdrawInvitations { ConferenceId = host.ConferenceId, Revision = 2 });
        await InvitationsHost.UntilAsync(() => host.InAsync(store => store.Database
            .SqlQuery<bool>($"SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS \"Value\"").SingleAsync()));
        await transaction.CommitAsync();
        await withdrawal;
    }

    private async Task<InvitationsHost> InvitedAsync()
    {
        var place = await servers.NewPlaceAsync();
        var host = await InvitationsHost.InvitedAsync([.. place.Settings.Where(setting => setting.StartsWith("--Database", StringComparison.Ordinal))]);
        await host.UntilSentAsync();
        return host;
    }
}
