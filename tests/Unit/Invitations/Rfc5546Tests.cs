using System.Text;
using Conference.Invitations.Inbound.Reading;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Invitations;

/// <summary>The exchanges of RFC 5546 section 4 that reach an organizer, and those that must not be taken for an answer.</summary>
public class Rfc5546Tests
{
    private static readonly ReplyReader Reader = new(TimeZoneInfo.Utc);

    [Fact]
    public void Section_4_1_1_APublishedEvent_IsNoAnswer() => Read("PUBLISH",
        "ORGANIZER:mailto:a@example.com", "DTSTART:19970701T200000Z", "DTSTAMP:19970611T190000Z", "SUMMARY:ST. PAUL SAINTS -VS- DULUTH-SUPERIOR DUKES", "UID:0981234-1234234-23@example.com").ShouldBeEmpty();

    [Fact]
    public void Section_4_1_3_ACancelledEvent_IsNoAnswer() => Read("CANCEL",
        "ORGANIZER:mailto:a@example.com", "COMMENT:DUKES forfeit the game", "SEQUENCE:2", "UID:0981234-1234234-23@example.com", "DTSTAMP:19970613T190000Z").ShouldBeEmpty();

    [Fact]
    public void Section_4_2_1_ARequest_IsNoAnswer() => Read("REQUEST",
        "ORGANIZER:mailto:a@example.com", "ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:a@example.com", "ATTENDEE;RSVP=TRUE;CUTYPE=INDIVIDUAL:mailto:b@example.com",
        "DTSTAMP:19970611T190000Z", "DTSTART:19970701T200000Z", "DTEND:19970701T2100000Z", "UID:calsrv.example.com-873970198738777@example.com", "SEQUENCE:0").ShouldBeEmpty();

    [Fact]
    public void Section_4_2_2_AReply_IsTheAttendeesAnswer() => Read("REPLY",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:b@example.com", "ORGANIZER:mailto:a@example.com", "UID:calsrv.example.com-873970198738777@example.com", "SEQUENCE:0", "REQUEST-STATUS:2.0;Success", "DTSTAMP:19970612T190000Z")
        .ShouldBe(["Reply Accepted b@example.com 0"]);

    [Fact]
    public void Section_4_2_2_ADecline_IsTheAttendeesAnswer() => Read("REPLY",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:b@example.com", "ORGANIZER:mailto:a@example.com", "UID:calsrv.example.com-873970198738777@example.com", "SEQUENCE:0", "DTSTAMP:19970614T190000Z")
        .ShouldBe(["Reply Declined b@example.com 0"]);

    [Fact]
    public void Section_4_2_4_ACounter_IsAProposalOfATime() => Read("COUNTER",
        "ORGANIZER:mailto:a@example.com", "ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:a@example.com", "ATTENDEE;RSVP=TRUE;CUTYPE=INDIVIDUAL:mailto:b@example.com",
        "DTSTART:19970701T160000Z", "DTEND:19970701T190000Z", "DTSTAMP:19970612T190000Z", "SUMMARY:Discuss the Merits of the election results", "LOCATION:Green Conference Room",
        "COMMENT:This time works much better and I think the big conference room is too big", "UID:calsrv.example.com-873970198738777a@example.com", "SEQUENCE:0")
        .ShouldBe(["Counter - b@example.com 0 19970701T160000-19970701T190000"]);

    [Fact]
    public void Section_4_2_4_ADeclinedCounter_IsNoAnswer() => Read("DECLINECOUNTER",
        "ORGANIZER:mailto:a@example.com", "COMMENT:Sorry, I cannot change this meeting time", "UID:calsrv.example.com-873970198738777@example.com", "SEQUENCE:0", "DTSTAMP:19970614T190000Z").ShouldBeEmpty();

    [Fact]
    public void Section_4_2_5_ADelegation_NamesTheDelegate() => Read("REPLY",
        "ORGANIZER:mailto:a@example.com", "ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:e@example.com\":mailto:c@example.com", "UID:calsrv.example.com-873970198738777@example.com", "SEQUENCE:0", "REQUEST-STATUS:2.0;Success", "DTSTAMP:19970611T190000Z")
        .ShouldBe(["Reply - c@example.com 0 to e@example.com"]);

    [Fact]
    public void Section_4_2_6_ADelegateThatAccepts_AnswersItself() => Read("REPLY",
        "ORGANIZER:mailto:a@example.com", "ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM=\"mailto:c@example.com\":mailto:e@example.com", "ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:e@example.com\":mailto:c@example.com",
        "UID:calsrv.example.com-873970198738777@example.com", "SEQUENCE:0", "REQUEST-STATUS:2.0;Success", "DTSTAMP:19970614T190000Z")
        .ShouldBe(["Reply Accepted e@example.com 0"]);

    [Fact]
    public void Section_4_2_7_ADelegateThatDeclines_AnswersItself() => Read("REPLY",
        "ORGANIZER:mailto:a@example.com", "ATTENDEE;PARTSTAT=DECLINED;DELEGATED-FROM=\"mailto:c@example.com\":mailto:e@example.com", "UID:calsrv.example.com-873970198738777@example.com", "SEQUENCE:0", "REQUEST-STATUS:2.0;Success", "DTSTAMP:19970614T190000Z")
        .ShouldBe(["Reply Declined e@example.com 0"]);

    [Fact]
    public void Section_4_4_ARepliedOccurrence_IsTold() => Read("REPLY",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:b@example.com", "ORGANIZER:mailto:a@example.com", "UID:calsrv.example.com-873970198738777-rec@example.com", "RECURRENCE-ID:19980801T210000Z", "SEQUENCE:3", "DTSTAMP:19970614T190000Z")
        .ShouldBe(["Reply Declined b@example.com 3 of 19980801T210000"]);

    [Fact]
    public void Section_4_4_5_AMessageThatLacksEverythingButItsPurpose_IsUnderstood() => Read("REFRESH",
        "ORGANIZER:mailto:a@example.com", "ATTENDEE:mailto:b@example.com", "UID:acme-12345@example.com", "DTSTAMP:19970603T094000Z")
        .ShouldBe(["Refresh - b@example.com -"]);

    [Fact]
    public void Section_4_7_3_UnknownProperties_AreIgnored() => Read("REPLY",
        "ATTENDEE;PARTSTAT=ACCEPTED;X-FOO=\"a:b;c\":mailto:b@example.com", "X-WR-ODD;VALUE=TEXT:a\\;b", "UID:x@example.com", "SEQUENCE:0", "DTSTAMP:19970612T190000Z")
        .ShouldBe(["Reply Accepted b@example.com 0"]);

    private static List<string> Read(string method, params string[] lines)
    {
        var calendar = string.Join("\r\n", ["BEGIN:VCALENDAR", "PRODID:-//Example/ExampleCalendarClient//EN", $"METHOD:{method}", "VERSION:2.0", "BEGIN:VEVENT", .. lines, "END:VEVENT", "END:VCALENDAR", ""]);
        return [.. Reader.Read(Encoding.UTF8.GetBytes(calendar), null, null).Select(Say)];
    }

    private static string Say(ReadReply reply) =>
        $"{reply.Method} {reply.Answer?.ToString() ?? "-"} {reply.Attendee} {reply.Sequence?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}"
        + (reply.Delegated ? $" to {reply.Delegate}" : "")
        + (reply.Occurrence is { } occurrence ? $" of {occurrence:yyyyMMdd'T'HHmmss}" : "")
        + (reply.Method == ReplyMethod.Counter ? $" {reply.Start:yyyyMMdd'T'HHmmss}-{reply.End:yyyyMMdd'T'HHmmss}" : "");
}
