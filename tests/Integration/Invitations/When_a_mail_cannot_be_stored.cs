using System.Net.Http.Json;
using Conference.Contracts.Invitations;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

public class When_a_mail_cannot_be_stored
{
    [Fact]
    public async Task Should_leave_it_to_a_person_after_some_tries_and_go_on()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        await host.InAsync(store => store.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER breaks BEFORE INSERT ON received_mails WHEN NEW.reason = 'answered' BEGIN SELECT RAISE(ABORT, 'no'); END"));
        var mail = (await ReplyMail.OfAsync(host, 2)).Calendar();
        for (var time = 0; time < 2; time++)
            await Should.ThrowAsync<Exception>(() => ReplyMail.TakeAsync(host, mail));
        for (var time = 0; time < 2; time++)
        {
            var note = await ReplyMail.TakeAsync(host, mail);
            (note.Outcome, note.Reason, note.Sender, note.Subject).ShouldBe((ReceivedOutcome.Review, "not_taken_in", "h1302@a.example", "Re: invitation"));
        }
    }

    [Fact]
    public async Task Should_say_whose_mail_it_was_that_could_not_be_read()
    {
        await using var host = await InvitationsHost.InvitedAsync();
        var many = string.Concat(Enumerable.Repeat("--x\r\n\r\na\r\n", 300));
        var note = await ReplyMail.TakeAsync(host, (await ReplyMail.OfAsync(host, 2)).Mail("multipart/mixed; boundary=x", many));
        (note.Outcome, note.Reason, note.Sender, note.Subject).ShouldBe((ReceivedOutcome.Refused, "too_many_parts", "h1302@a.example", "Re: invitation"));
    }

    [Fact]
    public async Task Should_leave_a_large_mail_to_a_conference_to_a_person()
    {
        await using var host = await InvitationsHost.InvitedAsync("--Mail:LargestKilobytes=2048");
        var reply = await ReplyMail.OfAsync(host, 2);
        var scan = reply.Plain(new string('x', 3_000_000));
        var note = await ReplyMail.TakeAsync(host, scan);
        (note.Outcome, note.Reason, note.ConferenceId, note.HospitalId).ShouldBe((ReceivedOutcome.Review, "mail_too_large", host.ConferenceId, "H1302"));
        var calendar = (reply with { ExtraLines = $"DESCRIPTION:{string.Concat(Enumerable.Repeat("x\r\n ", 400_000))}" }).Calendar();
        (await ReplyMail.TakeAsync(host, calendar)).ShouldSatisfyAllConditions(one => one.Outcome.ShouldBe(ReceivedOutcome.Review), one => one.Reason.ShouldBe("part_too_large"));
        (await ReplyMail.TakeAsync(host, (reply with { To = "desk@conference.example" }).Plain(new string('x', 3_000_000)))).Outcome.ShouldBe(ReceivedOutcome.Refused);

        using var coordinator = host.ClientOf(Role.HospitalCoordinator, "hospital:H1302");
        using var decided = await coordinator.PostAsJsonAsync($"/api/received-mails/{note.ReceivedMailId}/decide", new DecideReceivedMail { Counts = true, Answer = Answer.Declined });
        decided.EnsureSuccessStatusCode();
        (await host.InAsync(store => store.StandingAnswers.SingleAsync())).Answer.ShouldBe(Answer.Declined);
    }
}
