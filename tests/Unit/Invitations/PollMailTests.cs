using System.Text;
using MimeKit;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Invitations;

public class PollMailTests
{
    [Theory]
    [InlineData("poll", "ja", "まだどの日時にも決まっていません")]
    [InlineData("poll", "en", "None is fixed yet")]
    [InlineData("poll_chaser", "ja", "ご回答をまだいただいていません")]
    public void Compose_Poll_AsksForEachTimeAndPutsNothingIntoACalendar(string name, string language, string says)
    {
        using var message = Specimen.Composer().Compose(Specimen.Mail(name, language));
        message.TextBody!.ShouldContain(says);
        message.TextBody!.ShouldContain($"/poll/{Specimen.Links().Token(Specimen.ConferenceId, Specimen.ContactId, Specimen.Start.AddHours(1))}");
        foreach (var day in language == "ja" ? new[] { "12月10日(木) 17:30–18:30", "12月11日(金) 17:30–18:30", "12月15日(火) 18:00–19:00" } : ["10 December 2026, 17:30", "11 December 2026, 17:30", "15 December 2026, 18:00"])
            message.TextBody!.ShouldContain(day);
        message.TextBody!.ShouldNotContain("/conferences/");
        message.BodyParts.OfType<MimePart>().ShouldAllBe(part => part.ContentType.MimeType == "text/plain" || part.ContentType.MimeType == "text/html");
    }

    [Fact]
    public void Compose_EndOfPoll_FreesTheTimesAndAsksNothing()
    {
        using var message = Specimen.Composer().Compose(Specimen.Mail("poll_end"));
        message.TextBody!.ShouldContain("候補日を空けておいていただく必要はありません");
        message.TextBody!.ShouldNotContain("/poll/");
        message.BodyParts.ShouldNotContain(part => part.ContentType.IsMimeType("text", "calendar"));
    }

    [Theory]
    [InlineData("decided", "PARTSTAT=ACCEPTED", "RSVP=FALSE", "あらためてのご回答は不要です")]
    [InlineData("decided_maybe", "PARTSTAT=TENTATIVE", "RSVP=TRUE", "ご都合が決まりましたらご回答ください")]
    public void Compose_TimeFromPoll_AsksNobodyTwice(string name, string status, string rsvp, string says)
    {
        using var message = Specimen.Composer().Compose(Specimen.Mail(name));
        var part = message.BodyParts.OfType<TextPart>().Single(part => part.ContentType.IsMimeType("text", "calendar"));
        var attendee = Encoding.UTF8.GetString(MailGoldenTests.Bytes(part)).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Single(line => line.StartsWith("ATTENDEE", StringComparison.Ordinal));
        attendee.ShouldContain(status);
        attendee.ShouldContain(rsvp);
        message.TextBody!.ShouldContain(says);
    }
}
