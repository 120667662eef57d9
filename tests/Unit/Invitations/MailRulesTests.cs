using System.Text;
using Conference.Contracts.Invitations;
using Conference.Invitations.Outbound;
using MimeKit;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Invitations;

/// <summary>The outgoing rules of RFC 5546, 6047 and of calendar programs seen in the wild, over every sort of mail.</summary>
public class MailRulesTests
{
    public static TheoryData<string, string> Calendars() => new(
        from name in new[] { "invitation", "update", "confirmation", "cancellation", "taken_back" }
        from language in new[] { "ja", "en" }
        select new TheoryDataRow<string, string>(name, language));

    [Theory, MemberData(nameof(Calendars))]
    public void Compose_CalendarMail_HasTheStructureThatProgramsExpect(string name, string language)
    {
        using var message = Specimen.Composer().Compose(Specimen.Mail(name, language));
        var mixed = message.Body.ShouldBeOfType<Multipart>();
        mixed.ContentType.MimeType.ShouldBe("multipart/mixed");
        var alternative = mixed[0].ShouldBeOfType<MultipartAlternative>();
        alternative.Select(part => part.ContentType.MimeType).ShouldBe(["text/plain", "text/html", "text/calendar"]);
        var attachment = mixed[1].ShouldBeOfType<MimePart>();
        attachment.ContentType.MimeType.ShouldBe("application/ics");
        attachment.FileName.ShouldBe("invite.ics");
        Encoding.UTF8.GetString(MailGoldenTests.Bytes(attachment)).ShouldBe(Calendar(message));
    }

    [Theory, MemberData(nameof(Calendars))]
    public void Compose_CalendarMail_SaysItsMethodInPartAndBody(string name, string language)
    {
        using var message = Specimen.Composer().Compose(Specimen.Mail(name, language));
        var method = Part(message).ContentType.Parameters["method"];
        method.ShouldBe(name is "cancellation" or "taken_back" ? "CANCEL" : "REQUEST");
        Lines(message).Count(line => line == $"METHOD:{method}").ShouldBe(1);
    }

    [Theory, MemberData(nameof(Calendars))]
    public void Compose_CalendarMail_KeepsTheRestrictionsOfItsMethod(string name, string language)
    {
        using var message = Specimen.Composer().Compose(Specimen.Mail(name, language));
        var lines = Lines(message);
        foreach (var once in new[] { "BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VTIMEZONE", "UID:", "SEQUENCE:", "DTSTAMP:", "ORGANIZER", "ATTENDEE", "SUMMARY:", "STATUS:", "DTSTART;TZID=Asia/Tokyo:", "PRODID:", "VERSION:2.0" })
            lines.Count(line => line.StartsWith(once, StringComparison.Ordinal)).ShouldBe(1, once);
        lines.ShouldContain($"UID:{Specimen.ConferenceId}@conference.example");
        lines.ShouldContain("DTSTAMP:20261124T001500Z");
        lines.ShouldNotContain(line => line.StartsWith("RDATE", StringComparison.Ordinal) || line.StartsWith("REQUEST-STATUS", StringComparison.Ordinal));
        if (name is "cancellation" or "taken_back")
        {
            lines.ShouldContain("STATUS:CANCELLED");
            lines.ShouldNotContain("BEGIN:VALARM");
        }
        else
        {
            lines.ShouldContain(name == "confirmation" ? "STATUS:CONFIRMED" : "STATUS:TENTATIVE");
            lines.ShouldContain("TRIGGER:-PT15M");
            var attendee = lines.Single(line => line.StartsWith("ATTENDEE", StringComparison.Ordinal));
            attendee.ShouldContain(name == "confirmation" ? "PARTSTAT=ACCEPTED" : "PARTSTAT=NEEDS-ACTION");
            attendee.ShouldContain(name == "confirmation" ? "RSVP=FALSE" : "RSVP=TRUE");
            attendee.ShouldContain("ROLE=REQ-PARTICIPANT");
            attendee.ShouldEndWith(":mailto:h1302@hospitals.example");
        }
    }

    [Theory]
    [InlineData(null, true, "OPT-PARTICIPANT", "NEEDS-ACTION", "TRUE")]
    [InlineData(Answer.Accepted, false, "REQ-PARTICIPANT", "ACCEPTED", "FALSE")]
    [InlineData(Answer.Tentative, false, "REQ-PARTICIPANT", "TENTATIVE", "TRUE")]
    [InlineData(Answer.Declined, true, "OPT-PARTICIPANT", "DECLINED", "FALSE")]
    public void Compose_Confirmation_AsksNobodyAgainWhoHasAnswered(Answer? answer, bool optional, string role, string status, string rsvp)
    {
        var others = new[] { new OtherAttendee("other@hospitals.example", "x") { Answered = answer, Optional = optional } };
        using var message = Specimen.Composer().Compose(Specimen.Mail(MailKind.Confirmation, 2, with: content => content with { Confirmed = true, Answered = answer, Optional = optional, Others = others }));
        var attendees = Lines(message).FindAll(line => line.StartsWith("ATTENDEE", StringComparison.Ordinal));
        attendees.Count.ShouldBe(2);
        foreach (var attendee in attendees)
        {
            attendee.ShouldContain($"ROLE={role}");
            attendee.ShouldContain($"PARTSTAT={status}");
            attendee.ShouldContain($"RSVP={rsvp}");
        }
    }

    [Theory, MemberData(nameof(MailGoldenTests.All), MemberType = typeof(MailGoldenTests))]
    public void Compose_AnyMail_HasHeadersThatThreadAndDoNotLoop(string name, string language)
    {
        using var message = Specimen.Composer().Compose(Specimen.Mail(name, language));
        message.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        message.Headers["Content-Language"].ShouldBe(language);
        message.From.Mailboxes.Single().Address.ShouldBe("c-00112233445566778899aabb+7c40826a15bf677ac3bc@conference.example");
        message.To.Mailboxes.ShouldHaveSingleItem();
        message.References.Count.ShouldBe(name is "invitation" or "unnamed" or "poll" ? 0 : 1);
        var head = Encoding.UTF8.GetString(message.ToBytes()).Split("\r\n\r\n")[0];
        head.ShouldAllBe(letter => letter < 128);
    }

    [Fact]
    public void Compose_Japanese_SaysWhenWhoAndWhereToAnswer()
    {
        using var message = Specimen.Composer().Compose(Specimen.Mail("invitation"));
        var text = message.TextBody!;
        text.ShouldContain("12月10日(木) 17:30–18:30");
        text.ShouldContain("合同キャンサーボード");
        text.ShouldContain("がん研究会有明病院");
        text.ShouldContain($"http://localhost:8080/conferences/{Specimen.ConferenceId}");
        text.ShouldContain(Specimen.Links().Link(Specimen.ConferenceId, Specimen.ContactId, Specimen.Start.AddHours(1)));
        message.Subject!.ShouldContain("2026-0012");
    }

    [Fact]
    public void Compose_WithoutLink_HidesIt()
    {
        using var message = Specimen.Composer().Compose(Specimen.Mail("invitation"), withLink: false);
        message.TextBody!.ShouldNotContain(Specimen.Links().Token(Specimen.ConferenceId, Specimen.ContactId, Specimen.Start.AddHours(1)));
        message.TextBody!.ShouldContain("/rsvp/-");
    }

    [Theory, MemberData(nameof(MailGoldenTests.All), MemberType = typeof(MailGoldenTests))]
    public void Compose_WithoutLink_HidesTheTokenOfTheAddress(string name, string language)
    {
        using var message = Specimen.Composer().Compose(Specimen.Mail(name, language), withLink: false);
        message.From.Mailboxes.Single().Address.ShouldBe("c-00112233445566778899aabb@conference.example");
        var token = Specimen.Links().MailToken(Specimen.ConferenceId, Specimen.ContactId);
        message.Headers.ShouldAllBe(header => !header.Value.Contains(token, StringComparison.Ordinal));
        foreach (var part in message.BodyParts.OfType<MimePart>())
            Encoding.UTF8.GetString(MailGoldenTests.Bytes(part)).Replace("\r\n ", "", StringComparison.Ordinal).ShouldNotContain(token);
    }

    [Theory]
    [InlineData("a@b.example", true)]
    [InlineData("a@example", true)]
    [InlineData("a@B.EXAMPLE.", true)]
    [InlineData("a@mail.test", true)]
    [InlineData("a@x.invalid", true)]
    [InlineData("a@hospital.jp", false)]
    [InlineData("a@notexample", false)]
    [InlineData("a@example.jp", false)]
    public void TakesOnly_ReservedDomains_NeverReachAServer(string address, bool reserved) => MailDrop.TakesOnly(address).ShouldBe(reserved);

    private static TextPart Part(MimeMessage message) => message.BodyParts.OfType<TextPart>().Single(part => part.ContentType.IsMimeType("text", "calendar"));

    private static string Calendar(MimeMessage message) => Encoding.UTF8.GetString(MailGoldenTests.Bytes(Part(message)));

    private static List<string> Lines(MimeMessage message) => [.. Calendar(message).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")];
}
