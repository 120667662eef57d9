using System.Net.Http.Json;
using Conference.Contracts.Invitations;
using Conference.Invitations.Outbound;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

public class When_mails_have_waited
{
    [Fact]
    public async Task Should_send_what_a_clock_that_was_ahead_has_put_off()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        await host.UntilSentAsync();
        var now = TimeProvider.System.GetUtcNow();
        await AgainAsync(host, "H1301", claimedUntil: now.AddMinutes(61), nextAttemptAt: now);
        await AgainAsync(host, "H1302", claimedUntil: null, nextAttemptAt: now.AddMinutes(60));
        await host.UntilSentAsync();
    }

    [Fact]
    public async Task Should_hold_what_is_in_hand_and_nothing_else()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        await host.UntilSentAsync();
        var now = TimeProvider.System.GetUtcNow();
        var soon = now.AddSeconds(30);
        await AgainAsync(host, "H1301", claimedUntil: soon, nextAttemptAt: now);
        await host.Services.GetRequiredService<MailQueue>().RenewAsync(await host.MailsAsync(), default);
        var mails = (await host.MailsAsync()).ToDictionary(mail => mail.HospitalId);
        mails["H1301"].ClaimedUntil!.Value.ShouldBeGreaterThan(soon);
        mails["H1302"].State.ShouldBe(MailState.Sent);
        (mails["H1302"].ClaimedUntil ?? now).ShouldBeLessThan(soon.AddMinutes(1));
    }

    [Fact]
    public async Task Should_not_remind_of_what_has_begun_nor_ask_who_has_answered()
    {
        // Nobody listens there: every mail waits.
        await using var host = await InvitationsHost.StartAsync("--Mail:Smtp=smtp://127.0.0.1:1");
        await host.ContactsAsync("H1301", 1, (1, "h1301@hospital.jp"));
        await host.ContactsAsync("H1302", 1, (2, "h1302@hospital.jp"));
        await host.InviteAsync(1, "H1301", "H1302");
        foreach (var purpose in new[] { ReminderPurpose.Chaser, ReminderPurpose.Reminder })
            await host.TakeAsync(new SendReminders { ConferenceId = host.ConferenceId, Revision = 1, Purpose = purpose, Lead = TimeSpan.FromHours(1) });
        using var coordinator = host.ClientOf(Role.NationalCoordinator);
        (await coordinator.PostAsJsonAsync($"/api/conferences/{host.ConferenceId}/answers", new AnswerOnBehalf { HospitalId = "H1302", Answer = Answer.Accepted })).EnsureSuccessStatusCode();
        await host.InAsync(store => store.Mails.Where(mail => mail.Kind == MailKind.Reminder && mail.HospitalId == "H1301")
            .ExecuteUpdateAsync(mail => mail.SetProperty(row => row.Start, TimeProvider.System.GetUtcNow().AddMinutes(-5))));
        await host.InAsync(store => store.Mails.ExecuteUpdateAsync(mail => mail.SetProperty(row => row.NextAttemptAt, DateTimeOffset.UnixEpoch)));

        await InvitationsHost.UntilAsync(async () => (await host.MailsAsync()).Count(mail => mail.State == MailState.Superseded) == 2);
        (await host.MailsAsync()).Where(mail => mail.State == MailState.Superseded).Select(mail => (mail.HospitalId, mail.Kind)).Order()
            .ShouldBe([("H1301", MailKind.Reminder), ("H1302", MailKind.Chaser)]);
        (await host.MailsAsync()).Count(mail => mail.State == MailState.Queued).ShouldBe(4);
    }

    private static Task<int> AgainAsync(InvitationsHost host, string hospitalId, DateTimeOffset? claimedUntil, DateTimeOffset nextAttemptAt) =>
        host.InAsync(store => store.Mails.Where(mail => mail.HospitalId == hospitalId).ExecuteUpdateAsync(mail => mail
            .SetProperty(row => row.State, MailState.Queued).SetProperty(row => row.ClaimedUntil, claimedUntil).SetProperty(row => row.NextAttemptAt, nextAttemptAt)));
}
