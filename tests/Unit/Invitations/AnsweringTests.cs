using System.Text;
using Conference.Contracts.Invitations;
using Conference.Invitations.Inbound.Reading;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Invitations;

/// <summary>Whose answer it is, where a reply lists more than the one who gives it.</summary>
public class AnsweringTests
{
    private const string Delegator = "ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:e@example.com\":mailto:c@example.com";
    private const string Delegate = "ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM=\"mailto:c@example.com\":mailto:e@example.com";
    private const string Chair = "ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:a@example.com";

    [Theory]
    [InlineData("e@example.com")]
    [InlineData(null)]
    public void Of_DelegatorBeforeDelegate_IsTheDelegates(string? sender) =>
        Read("REPLY", sender, Delegator, Delegate).ShouldBe(("e@example.com", Answer.Accepted, false));

    [Fact]
    public void Of_DelegatorsOwnReply_SaysThatItIsHandedOn() =>
        Read("REPLY", "c@example.com", Delegator, "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:e@example.com").ShouldBe(("c@example.com", null, true));

    [Fact]
    public void Of_CounterWithTheOrganizerInTheChair_IsTheSenders() =>
        Read("COUNTER", "b@example.com", Chair, "ATTENDEE;RSVP=TRUE:mailto:b@example.com").Attendee.ShouldBe("b@example.com");

    [Fact]
    public void Of_SeveralWhoHaveAnswered_IsTheSenders() =>
        Read("REPLY", "B@example.com", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:x@example.com", "ATTENDEE;PARTSTAT=DECLINED:mailto:b@example.com").ShouldBe(("b@example.com", Answer.Declined, false));

    [Fact]
    public void Of_OnlyTheOrganizer_IsStillRead() => Read("REPLY", null, Chair).Attendee.ShouldBe("a@example.com");

    private static (string? Attendee, Answer? Answer, bool Delegated) Read(string method, string? sender, params string[] attendees)
    {
        var calendar = string.Join("\r\n", [
            "BEGIN:VCALENDAR", "VERSION:2.0", $"METHOD:{method}", "BEGIN:VEVENT", "UID:1@example.com", "ORGANIZER:mailto:a@example.com", "DTSTAMP:19970612T190000Z", .. attendees, "END:VEVENT", "END:VCALENDAR", ""]);
        var reply = new ReplyReader(TimeZoneInfo.Utc).Read(Encoding.UTF8.GetBytes(calendar), null, null, sender).ShouldHaveSingleItem();
        return (reply.Attendee, reply.Answer, reply.Delegated);
    }
}
