using Conference.Invitations.Calendars;
using Ical.Net;
using Ical.Net.Serialization;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Invitations;

public class ZoneRulesTests
{
    private static readonly DateTimeOffset Winter = new(2026, 12, 10, 8, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Of_Tokyo_IsOneStandardTime()
    {
        var text = Write("Asia/Tokyo");
        text.ShouldContain("TZOFFSETTO:+0900");
        text.ShouldContain("TZNAME:JST");
        text.ShouldNotContain("DAYLIGHT");
        text.ShouldNotContain("RRULE");
    }

    [Theory]
    [InlineData("Europe/Berlin", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10")]
    [InlineData("America/New_York", "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11")]
    [InlineData("Australia/Sydney", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=10", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4")]
    public void Of_ZoneWithSummerTime_IsTwoRules(string zone, string summer, string winter)
    {
        var text = Write(zone);
        text.ShouldContain(summer);
        text.ShouldContain(winter);
        text.ShouldNotContain("RDATE");
    }

    [Fact]
    public void Of_Morocco_WhoseChangesFollowNoRule_ListsThemOneByOne() => Write("Africa/Casablanca").ShouldNotContain("RRULE");

    private static string Write(string zone)
    {
        var calendar = new Calendar();
        calendar.AddChild(ZoneRules.Of(TimeZoneInfo.FindSystemTimeZoneById(zone), Winter));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }
}
