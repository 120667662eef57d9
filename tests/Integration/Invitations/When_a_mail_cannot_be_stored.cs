using Conference.Contracts.Invitations;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Invitations;

public class When_a_mail_cannot_be_stored
{
    [Fact]
    public async Task Should_leave_it_to_a_person_after_some_tries_and_go_on()
    {
        await using var host = await When_answers_come_by_mail.InvitedAsync();
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
        await using var host = await When_answers_come_by_mail.InvitedAsync();
        var many = string.Concat(Enumerable.Repeat("--x\r\n\r\na\r\n", 300));
        var note = await ReplyMail.TakeAsync(host, (await ReplyMail.OfAsync(host, 2)).Mail("multipart/mixed; boundary=x", many));
        (note.Outcome, note.Reason, note.Sender, note.Subject).ShouldBe((ReceivedOutcome.Refused, "too_many_parts", "h1302@a.example", "Re: invitation"));
    }
}
