using System.Text;
using Conference.Invitations.Linting;
using Conference.Invitations.Outbound;
using Conference.Platform.Calendars;
using MimeKit;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Invitations;

/// <summary>Every mail that is written passes; each rule is seen to refuse a mail that breaks it alone.</summary>
public class MailLinterTests
{
    [Theory, MemberData(nameof(MailGoldenTests.All), MemberType = typeof(MailGoldenTests))]
    public void Check_EachSortOfMail_FindsNothing(string name, string language)
    {
        using var message = Specimen.Composer().Compose(Specimen.Mail(name, language));
        MailLinter.Check(message.ToBytes()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Europe/Berlin"), InlineData("America/New_York"), InlineData("Africa/Casablanca"), InlineData("UTC")]
    public void Check_OtherZones_FindsNothing(string zone)
    {
        using var message = Specimen.Composer(zone).Compose(Specimen.Mail("invitation"));
        MailLinter.Check(message.ToBytes()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("METHOD:REQUEST", "METHOD:REPLY", "calendar-method-known")]
    [InlineData("METHOD:REQUEST", "X-METHOD:REQUEST", "calendar-method")]
    [InlineData("VERSION:2.0", "VERSION:2.0\r\nVERSION:2.0", "calendar-version")]
    [InlineData("DTSTAMP:20261124T001500Z\r\n", "", "rfc5546-request-dtstamp")]
    [InlineData("DTSTAMP:20261124T001500Z", "DTSTAMP:20261124T001501Z", "dtstamp-of-this-mail")]
    [InlineData("DTSTAMP:20261124T001500Z", "DTSTAMP:20261124T001500", "utc-time")]
    [InlineData("SEQUENCE:1", "SEQUENCE:1\r\nREQUEST-STATUS:2.0;Success", "rfc5546-request-request-status")]
    [InlineData("SEQUENCE:1", "SEQUENCE:x", "sequence-number")]
    [InlineData("STATUS:TENTATIVE", "STATUS:CANCELLED", "request-status")]
    [InlineData("STATUS:TENTATIVE", "STATUS:TENTATIVE\r\nDURATION:PT1H", "dtend-or-duration")]
    [InlineData("DTSTART;TZID=Asia/Tokyo:20261210T173000", "DTSTART:20261210T173000", "floating-time")]
    [InlineData("DTSTART;TZID=Asia/Tokyo:20261210T173000", "DTSTART;TZID=Asia/Seoul:20261210T173000", "timezone-missing")]
    [InlineData("DTSTART;TZID=Asia/Tokyo:20261210T173000", "DTSTART;TZID=Asia/Tokyo:soon", "time-form")]
    [InlineData("DTEND;TZID=Asia/Tokyo:20261210T183000", "DTEND;TZID=Asia/Tokyo:20261210T173000", "end-after-start")]
    [InlineData("TZNAME:JST", "TZNAME:JST\r\nRDATE:19700101T000000", "timezone-by-rule")]
    [InlineData("TZOFFSETTO:+0900\r\n", "", "timezone-observance")]
    [InlineData("TRANSP:OPAQUE", "TRANSP:OPAQUE\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1", "series-from-the-end")]
    [InlineData("TRANSP:OPAQUE", "TRANSP:OPAQUE\r\nRRULE:FREQ=MONTHLY;BYDAY=1MO,3MO", "series-two-nth-days")]
    [InlineData("TRANSP:OPAQUE", "TRANSP:OPAQUE\r\nRDATE;TZID=Asia/Tokyo:20261217T173000", "series-rdate-only")]
    [InlineData("TRANSP:OPAQUE", "TRANSP:OPAQUE\r\nRECURRENCE-ID:20261210T083000Z", "recurrence-zone")]
    [InlineData("ACTION:DISPLAY\r\n", "", "alarm-form")]
    [InlineData("RSVP=TRUE", "X=TRUE", "attendee-asked")]
    [InlineData(":mailto:h1302@", ":mailto:h1303@", "attendee-is-recipient")]
    [InlineData("VALUE=URI", "VALUE=TEXT", "conference-uri")]
    [InlineData("TRANSP:OPAQUE", "TRANSP", "calendar-content-line")]
    [InlineData("TRANSP:OPAQUE", "X-A;B:c", "calendar-content-line")]
    [InlineData("END:VCALENDAR\r\n", "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "calendar-one")]
    [InlineData("END:VEVENT\r\n", "END:VEVENT\r\nBEGIN:VTODO\r\nEND:VTODO\r\n", "calendar-component")]
    [InlineData("TRANSP:OPAQUE\r\n", "TRANSP:OPAQUE\n", "calendar-line-ends")]
    [InlineData("TRANSP:OPAQUE", "X-LONG:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "calendar-fold")]
    public void Check_BrokenInvitation_NamesTheRule(string good, string bad, string rule)
    {
        var whole = MailLinter.Check(With("invitation", calendar => Broken(calendar, good, bad, rule)));
        whole.Select(finding => finding.Rule).ShouldContain(rule);
    }

    [Fact]
    public void Check_CancellationThatIsOnlyHalf_NamesTheRule() =>
        MailLinter.Check(With("cancellation", calendar => calendar.Replace("STATUS:CANCELLED\r\n", "", StringComparison.Ordinal)))
            .Select(finding => finding.Rule).ShouldBe(["cancel-status"]);

    [Fact]
    public void Check_LineCutWithinACharacter_NamesTheRule()
    {
        var calendar = Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\nSUMMARY:合\r\nEND:VCALENDAR\r\n").ToList();
        calendar.InsertRange(calendar.IndexOf(0xE5) + 1, "\r\n "u8.ToArray());
        MailLinter.CheckCalendar([.. calendar]).Select(finding => finding.Rule).ShouldContain("calendar-fold-in-character");
    }

    [Theory]
    [InlineData("Auto-Submitted", "auto-submitted")]
    [InlineData("List-Unsubscribe", "list-unsubscribe")]
    [InlineData("List-Unsubscribe-Post", "list-unsubscribe")]
    [InlineData("References", "references")]
    [InlineData("Message-Id", "message-id")]
    [InlineData("Date", "date")]
    [InlineData("Subject", "subject")]
    public void Check_ReminderWithoutAHeader_NamesTheRule(string header, string rule) => Rules(message => message.Headers.Remove(header), "reminder").ShouldContain(rule);

    [Fact]
    public void Check_MailToTwo_NamesTheRule() => Rules(message => message.Cc.Add(MailboxAddress.Parse("b@c.jp"))).ShouldContain("one-recipient");

    [Fact]
    public void Check_OtherAddressForAnswers_NamesTheRule() => Rules(message => message.ReplyTo.Add(MailboxAddress.Parse("desk@conference.example"))).ShouldBe(["reply-to"]);

    [Fact]
    public void Check_OneOrganizerForAll_NamesTheRule() =>
        MailLinter.Check(With("invitation", calendar => ContentLines.Fold(System.Text.RegularExpressions.Regex.Replace(Unfolded(calendar), "(ORGANIZER[^:]*:)mailto:[^@]+", "$1mailto:office"))))
            .Select(finding => finding.Rule).ShouldContain("organizer-unguessable");

    [Theory]
    [InlineData("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n")]
    [InlineData("X-PUBLISHED-TTL:PT1H\r\n")]
    public void Check_FeedThatDoesNotSayWhenToComeAgain_NamesTheRule(string line)
    {
        const string Feed = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//JA\r\nMETHOD:PUBLISH\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\nEND:VCALENDAR\r\n";
        MailLinter.CheckCalendar(Encoding.UTF8.GetBytes(Feed)).ShouldBeEmpty();
        MailLinter.CheckCalendar(Encoding.UTF8.GetBytes(Feed.Replace(line, "", StringComparison.Ordinal))).Select(finding => finding.Rule).ShouldBe(["feed-refresh"]);
    }

    [Fact]
    public void Check_NoReplySender_NamesTheRules() =>
        Rules(message => message.From[0] = MailboxAddress.Parse("no-reply@conference.example")).ShouldBe(["sender-answers", "organizer-is-sender"], ignoreOrder: true);

    [Fact]
    public void Check_ToTheOrganizerItself_NamesTheRule() =>
        Rules(message => message.To[0] = message.From[0]).ShouldContain("organizer-is-not-recipient");

    [Fact]
    public void Check_PartsInAnotherOrder_NamesTheRule() =>
        Rules(message => ((Multipart)((Multipart)message.Body!)[0]).RemoveAt(0)).ShouldContain("mime-structure");

    [Fact]
    public void Check_OtherAttachment_NamesTheRule() =>
        Rules(message => ((MimePart)((Multipart)message.Body!)[1]).Content = new MimeContent(new MemoryStream([1]))).ShouldContain("mime-attachment");

    [Fact]
    public void Check_OtherMethodInThePart_NamesTheRule() =>
        Rules(message => message.BodyParts.OfType<TextPart>().Last().ContentType.Parameters["method"] = "CANCEL").ShouldBe(["mime-method"]);

    [Fact]
    public void Check_JapaneseFileName_NamesTheRule() =>
        Rules(message => ((MimePart)((Multipart)message.Body!)[1]).FileName = "案内.ics").ShouldContain("ascii-file-name");

    [Fact]
    public void Check_RawJapaneseInTheHead_NamesTheRule() =>
        MailLinter.Check([.. "X-Note: 案内\r\n"u8, .. Bytes("invitation")]).Select(finding => finding.Rule).ShouldBe(["header-ascii"]);

    private static byte[] Bytes(string name)
    {
        using var message = Specimen.Composer().Compose(Specimen.Mail(name));
        return message.ToBytes();
    }

    private static IEnumerable<string> Rules(Action<MimeMessage> change, string name = "invitation")
    {
        using var message = Specimen.Composer().Compose(Specimen.Mail(name));
        change(message);
        return MailLinter.Check(message.ToBytes()).Select(finding => finding.Rule);
    }

    private static string Broken(string calendar, string good, string bad, string rule)
    {
        Unfolded(calendar).ShouldContain(good);
        var broken = Unfolded(calendar).Replace(good, bad, StringComparison.Ordinal);
        return rule is "calendar-fold" or "calendar-line-ends" ? broken : ContentLines.Fold(broken);
    }

    private static string Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal);

    private static byte[] With(string name, Func<string, string> change)
    {
        using var message = Specimen.Composer().Compose(Specimen.Mail(name));
        foreach (var part in message.BodyParts.OfType<MimePart>().Where(part => part.ContentType.MimeType is "text/calendar" or "application/ics"))
            part.Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(MailGoldenTests.Bytes(part))))));
        return message.ToBytes();
    }
}
