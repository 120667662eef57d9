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
    public void Section_4_1_2_AChangedPublication_IsNoAnswer() => Read("PUBLISH",
        "ORGANIZER:mailto:a@example.com", "DTSTAMP:19970612T190000Z", "DTSTART:19970701T210000Z", "DTEND:19970701T230000Z", "SEQUENCE:1", "UID:0981234-1234234-23@example.com", "SUMMARY:ST. PAUL SAINTS -VS- DULUTH-SUPERIOR DUKES").ShouldBeEmpty();

    [Fact]
    public void Section_4_1_3_ACancelledEvent_IsNoAnswer() => Read("CANCEL",
        "ORGANIZER:mailto:a@example.com", "COMMENT:DUKES forfeit the game", "SEQUENCE:2", "UID:0981234-1234234-23@example.com", "DTSTAMP:19970613T190000Z").ShouldBeEmpty();

    [Fact]
    public void Section_4_1_4_ARichPublication_IsNoAnswer() => Read("PUBLISH",
        "SEQUENCE:0", "ORGANIZER:mailto:a@example.com", "ATTACH:http://www.example.com/", "CATEGORIES:SPORTS EVENT,ENTERTAINMENT", "CLASS:PRIVATE", "DESCRIPTION:MIDWAY STADIUM\\nBig time game. MUST see.",
        "DTEND;TZID=America-Chicago:19970701T180000", "DTSTART;TZID=America-Chicago:19970702T160000", "DTSTAMP:19970614T190000Z", "STATUS:CONFIRMED", "LOCATION;VALUE=URI:http://stadium.example.com/", "PRIORITY:2",
        "RESOURCES:SCOREBOARD", "SUMMARY:ST. PAUL SAINTS -VS- DULUTH-SUPERIOR DUKES", "UID:0981234-1234234-23@example.com", "RELATED-TO:0981234-1234234-14@example.com",
        "BEGIN:VALARM", "TRIGGER:-PT2H", "ACTION:DISPLAY", "DESCRIPTION:You should be leaving for the game now.", "END:VALARM").ShouldBeEmpty();

    [Fact]
    public void Section_4_1_5_AWholeDayOfEachYear_IsNoAnswer() => Read("PUBLISH",
        "SEQUENCE:0", "CLASS:PRIVATE", "ORGANIZER:mailto:a@example.com", "DTSTAMP:19970614T190000Z", "DTSTART;VALUE=DATE:19970714", "RRULE:FREQ=YEARLY;INTERVAL=1", "SUMMARY:Bastille Day", "UID:0981234-1234234-23@example.com", "TRANSP:TRANSPARENT").ShouldBeEmpty();

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
    public void Section_4_2_3_AnUpdate_IsNoAnswer() => Read("REQUEST",
        "ORGANIZER:mailto:a@example.com", "ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:a@example.com", "ATTENDEE;RSVP=TRUE;CUTYPE=INDIVIDUAL:mailto:b@example.com", "ATTENDEE;RSVP=FALSE;CUTYPE=ROOM:mailto:conf@example.com",
        "DTSTART:19970701T180000Z", "DTEND:19970701T190000Z", "SUMMARY:Phone Conference", "UID:calsrv.example.com-873970198738777@example.com", "SEQUENCE:1", "DTSTAMP:19970613T190000Z", "STATUS:CONFIRMED").ShouldBeEmpty();

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
    public void Section_4_2_8_SomebodyItWasForwardedTo_AnswersUnderItsOwnName() => Read("REPLY",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:f@example.com", "ORGANIZER:mailto:a@example.com", "UID:calsrv.example.com-873970198738777@example.com", "SEQUENCE:0", "REQUEST-STATUS:2.0;Success", "DTSTAMP:19970612T190000Z")
        .ShouldBe(["Reply Accepted f@example.com 0"]);

    [Fact]
    public void Section_4_2_9_ACancelledGroupEvent_IsNoAnswer() => Read("CANCEL",
        "ORGANIZER:mailto:a@example.com", "ATTENDEE:mailto:a@example.com", "ATTENDEE;CUTYPE=INDIVIDUAL:mailto:b@example.com", "COMMENT:Mr. B cannot attend. It's raining. Lets cancel.",
        "UID:calsrv.example.com-873970198738777@example.com", "SEQUENCE:1", "STATUS:CANCELLED", "DTSTAMP:19970613T190000Z").ShouldBeEmpty();

    [Fact]
    public void Section_4_2_10_ARemovedAttendee_HasNotAnswered() => Read("CANCEL",
        "ORGANIZER:mailto:a@example.com", "ATTENDEE:mailto:b@example.com", "COMMENT:Sorry you can't attend this meeting", "UID:calsrv.example.com-873970198738777@example.com", "SEQUENCE:1", "DTSTAMP:19970613T190000Z").ShouldBeEmpty();

    [Fact]
    public void Section_4_2_11_AReplacedOrganizer_IsNoAnswer() => Read("REQUEST",
        "ORGANIZER:mailto:e@example.com", "ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:b@example.com", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:e@example.com", "DTSTAMP:19970611T190000Z", "DTSTART:19970701T200000Z", "DTEND:19970701T210000Z",
        "RRULE:FREQ=WEEKLY", "SUMMARY:Phone Conference", "UID:123456@example.com", "SEQUENCE:1", "STATUS:CONFIRMED").ShouldBeEmpty();

    [Theory]
    [InlineData("REQUEST")]
    [InlineData("REPLY")]
    public void Section_4_3_BusyTime_IsNoAnswer(string method) => Read(method, "VFREEBUSY",
        ["ORGANIZER:mailto:a@example.com", "ATTENDEE:mailto:b@example.com", "DTSTAMP:19970613T190000Z", "DTSTART:19970701T080000Z", "DTEND:19970701T200000Z", "UID:calsrv.example.com-873970198738777@example.com", "FREEBUSY:19970701T090000Z/PT1H"]).ShouldBeEmpty();

    [Theory]
    [InlineData("4.4.1 over several zones", "REQUEST", "RRULE:FREQ=MONTHLY;BYMONTHDAY=1;UNTIL=19970901T210000Z", "RDATE;TZID=America-Chicago:19970910T160000", "EXDATE;TZID=America-Chicago:19970801T160000")]
    [InlineData("4.4.2 one occurrence changed", "REQUEST", "RECURRENCE-ID:19970801T210000Z", "SEQUENCE:1", "DTSTART:19970801T220000Z")]
    [InlineData("4.4.3 one occurrence cancelled", "CANCEL", "RECURRENCE-ID:19970801T210000Z", "SEQUENCE:2", "STATUS:CANCELLED")]
    [InlineData("4.4.4 all of it cancelled", "CANCEL", "SEQUENCE:3", "STATUS:CANCELLED", "COMMENT:Stockholders have cancelled")]
    [InlineData("4.4.5 all that follow changed", "REQUEST", "RECURRENCE-ID;RANGE=THISANDFUTURE:19970901T210000Z", "SEQUENCE:3", "DTSTART:19970901T210000Z")]
    [InlineData("4.4.6 one occurrence added", "ADD", "SEQUENCE:4", "DTSTART:19970910T210000Z", "DTEND:19970910T220000Z")]
    [InlineData("4.4.7 a series added", "ADD", "SEQUENCE:5", "DTSTART:19980901T210000Z", "RRULE:FREQ=MONTHLY;COUNT=12")]
    public void Section_4_4_WhatOrganizersSayOfRecurringEvents_IsNoAnswer(string example, string method, params string[] lines) =>
        Read(method, [.. lines, "ORGANIZER:mailto:a@example.com", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.com", "ATTENDEE:mailto:b@example.com", "DTSTAMP:19970626T090000Z", "UID:guid-1@example.com"]).ShouldBeEmpty(example);

    [Fact]
    public void Section_4_4_ARepliedOccurrence_IsTold() => Read("REPLY",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:b@example.com", "ORGANIZER:mailto:a@example.com", "UID:calsrv.example.com-873970198738777-rec@example.com", "RECURRENCE-ID:19980801T210000Z", "SEQUENCE:3", "DTSTAMP:19970614T190000Z")
        .ShouldBe(["Reply Declined b@example.com 3 of 19980801T210000"]);

    [Fact]
    public void Section_4_4_9_ACounteredOccurrence_IsAProposalForIt() => Read("COUNTER",
        "UID:guid-1@example.com", "RECURRENCE-ID:19970801T210000Z", "SEQUENCE:3", "ORGANIZER:mailto:a@example.com", "ATTENDEE;RSVP=TRUE:mailto:c@example.com",
        "DTSTAMP:19970726T090000Z", "DTSTART:19970801T230000Z", "DTEND:19970801T235900Z", "COMMENT:I may be late.").ShouldHaveSingleItem().ShouldEndWith("3 of 19970801T210000 19970801T230000-19970801T235900");

    [Fact]
    public void Section_4_4_10_AReplyWithAnError_IsStillTheAttendeesAnswer() => Read("REPLY",
        "ORGANIZER:mailto:a@example.com", "ATTENDEE;PARTSTAT=DECLINED:mailto:b@example.com", "DTSTAMP:19970615T120000Z", "UID:guid-1@example.com", "SEQUENCE:0",
        "REQUEST-STATUS:3.8;Invalid recurrence;RRULE:FREQ=WEEKLY;INTERVAL=1;WKST=SU;BYDAY=TU;COUNT=5").ShouldBe(["Reply Declined b@example.com 0"]);

    [Theory]
    [InlineData("4.5.1 asked", "REQUEST", "VTODO", "SUMMARY:Create the requirements document", "STATUS:NEEDS-ACTION")]
    [InlineData("4.5.2 accepted", "REPLY", "VTODO", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:b@example.com", "PERCENT-COMPLETE:0")]
    [InlineData("4.5.3 asked how far", "REQUEST", "VTODO", "SEQUENCE:1", "STATUS:IN-PROCESS")]
    [InlineData("4.5.4 said how far", "REPLY", "VTODO", "ATTENDEE;PARTSTAT=IN-PROCESS:mailto:b@example.com", "PERCENT-COMPLETE:75")]
    [InlineData("4.5.5 done", "REPLY", "VTODO", "ATTENDEE;PARTSTAT=COMPLETED:mailto:b@example.com", "PERCENT-COMPLETE:100")]
    [InlineData("4.5.6 changed", "REQUEST", "VTODO", "SEQUENCE:2", "DUE:19970722T170000Z")]
    [InlineData("4.5.7 recurring, asked", "REQUEST", "VTODO", "RRULE:FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "DUE:19980103T060000Z")]
    [InlineData("4.5.7 recurring, said", "REPLY", "VTODO", "RECURRENCE-ID:19980206T060000Z", "ATTENDEE;PARTSTAT=IN-PROCESS:mailto:b@example.com")]
    [InlineData("4.6 a journal", "PUBLISH", "VJOURNAL", "DESCRIPTION:Project xyz Review Meeting Minutes", "STATUS:FINAL")]
    public void Section_4_5_And_4_6_TasksAndJournals_AreNoAnswer(string example, string method, string component, params string[] lines) =>
        Read(method, component, [.. lines, "ORGANIZER:mailto:a@example.com", "DTSTAMP:19970701T200000Z", "UID:calsrv.example.com-873970198738777-00@example.com"]).ShouldBeEmpty(example);

    [Fact]
    public void Section_4_4_8_And_4_7_1_AQuestionForTheLatest_IsUnderstood() => Read("REFRESH",
        "ORGANIZER:mailto:a@example.com", "ATTENDEE:mailto:b@example.com", "UID:acme-12345@example.com", "DTSTAMP:19970603T094000Z")
        .ShouldBe(["Refresh - b@example.com -"]);

    [Fact]
    public void Section_4_7_2_AnOccurrenceThatNobodyKnows_IsToldWithItsTime() => Read("REPLY",
        "ORGANIZER:mailto:a@example.com", "ATTENDEE;PARTSTAT=DECLINED:mailto:b@example.com", "UID:guid-1@example.com", "RECURRENCE-ID:19990101T210000Z", "SEQUENCE:1", "DTSTAMP:19970626T090000Z", "REQUEST-STATUS:3.1;Invalid property value;RECURRENCE-ID")
        .ShouldBe(["Reply Declined b@example.com 1 of 19990101T210000"]);

    [Fact]
    public void Section_4_7_3_UnknownProperties_AreIgnored() => Read("REPLY",
        "ATTENDEE;PARTSTAT=ACCEPTED;X-FOO=\"a:b;c\":mailto:b@example.com", "X-WR-ODD;VALUE=TEXT:a\\;b", "UID:x@example.com", "SEQUENCE:0", "DTSTAMP:19970612T190000Z")
        .ShouldBe(["Reply Accepted b@example.com 0"]);

    private static List<string> Read(string method, params string[] lines) => Read(method, "VEVENT", lines);

    private static List<string> Read(string method, string component, string[] lines)
    {
        var calendar = string.Join("\r\n", ["BEGIN:VCALENDAR", "PRODID:-//Example/ExampleCalendarClient//EN", $"METHOD:{method}", "VERSION:2.0", $"BEGIN:{component}", .. lines, $"END:{component}", "END:VCALENDAR", ""]);
        return [.. Reader.Read(Encoding.UTF8.GetBytes(calendar), null, null).Select(Say)];
    }

    private static string Say(ReadReply reply) =>
        $"{reply.Method} {reply.Answer?.ToString() ?? "-"} {reply.Attendee} {reply.Sequence?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}"
        + (reply.Delegated ? $" to {reply.Delegate}" : "")
        + (reply.Occurrence is { } occurrence ? $" of {occurrence:yyyyMMdd'T'HHmmss}" : "")
        + (reply.Method == ReplyMethod.Counter ? $" {reply.Start:yyyyMMdd'T'HHmmss}-{reply.End:yyyyMMdd'T'HHmmss}" : "");
}
