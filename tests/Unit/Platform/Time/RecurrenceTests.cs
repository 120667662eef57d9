using Conference.Platform.Problems;
using Conference.Platform.Time;
using Conference.Platform.Time.Recurring;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform.Time;

public sealed class RecurrenceTests
{
    private static readonly NetworkTime Tokyo = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Last = new DateOnly(2026, 11, 24).AddDays(731);

    [Theory]
    [InlineData("2026-12-08T17:30", "FREQ=WEEKLY;COUNT=3", "2026-12-08 2026-12-15 2026-12-22")]
    [InlineData("2026-12-08T17:30", "FREQ=WEEKLY;INTERVAL=2;UNTIL=20270105", "2026-12-08 2026-12-22 2027-01-05")]
    [InlineData("2026-12-01T17:30", "FREQ=MONTHLY;BYDAY=2TU;COUNT=3", "2026-12-08 2027-01-12 2027-02-09")]
    [InlineData("2026-12-01T17:30", "FREQ=MONTHLY;BYDAY=2TU,4TU;COUNT=3", "2026-12-08 2026-12-22 2027-01-12")]
    [InlineData("2026-12-01T17:30", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", "2026-12-25 2027-01-29")]
    [InlineData("2026-12-01T17:30", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2", "2026-12-31 2027-01-29")]
    [InlineData("2027-01-31T17:30", "FREQ=MONTHLY;COUNT=3", "2027-01-31 2027-03-31 2027-05-31")]
    [InlineData("2026-12-03T17:30", "RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3", "2026-12-03 2026-12-08 2026-12-10")]
    [InlineData("2026-12-03T17:30", "FREQ=DAILY;INTERVAL=10;UNTIL=20261224T083000Z", "2026-12-03 2026-12-13 2026-12-23")]
    public void Times_RuleOfAnyFrequency_AreTheDaysOfTheCalendar(string start, string rule, string days) =>
        Read(start, rule).ShouldNotBeNull().Times(Last).Select(time => $"{time:yyyy-MM-dd}").ShouldBe(days.Split(' '));

    [Theory]
    [InlineData("FREQ=WEEKLY", "rule_without_end")]
    [InlineData("FREQ=DAILY;COUNT=10000", "too_many_occurrences")]
    [InlineData("FREQ=DAILY;UNTIL=20271231", "too_many_occurrences")]
    [InlineData("FREQ=WEEKLY;UNTIL=20991231", "too_far_ahead")]
    [InlineData("FREQ=MONTHLY;UNTIL=99991231", "too_far_ahead")]
    [InlineData("FREQ=MONTHLY;UNTIL=99991231T235959Z", "too_far_ahead")]
    [InlineData("FREQ=YEARLY;INTERVAL=999;COUNT=2", "too_far_ahead")]
    [InlineData("FREQ=YEARLY;COUNT=9", "too_far_ahead")]
    [InlineData("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31;UNTIL=20271231", "no_occurrence")]
    [InlineData("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31;COUNT=5", "too_far_ahead")]
    [InlineData("FREQ=SECONDLY;COUNT=5", "frequency_too_high")]
    [InlineData("FREQ=FORTNIGHTLY;COUNT=5", "frequency_missing")]
    [InlineData("COUNT=5", "frequency_missing")]
    [InlineData("FREQ=WEEKLY,MONTHLY;COUNT=5", "frequency_missing")]
    [InlineData("FREQ=3;COUNT=5", "frequency_missing")]
    [InlineData("FREQ=WEEKLY;COUNT=5;UNTIL=20270101", "count_and_until")]
    [InlineData("FREQ=WEEKLY;COUNT=5;BYDAY=XX", "malformed_rule")]
    [InlineData("FREQ=WEEKLY;COUNT=5;BYDAY=2TU", "malformed_rule")]
    [InlineData("FREQ=WEEKLY;COUNT=0", "malformed_rule")]
    [InlineData("FREQ=WEEKLY;COUNT=-1", "malformed_rule")]
    [InlineData("FREQ=WEEKLY;COUNT=99999999999", "malformed_rule")]
    [InlineData("FREQ=WEEKLY;COUNT", "malformed_rule")]
    [InlineData("FREQ=WEEKLY;INTERVAL=0;COUNT=2", "malformed_rule")]
    [InlineData("FREQ=WEEKLY;COUNT=5;BYHOUR=9", "unsupported_rule_part")]
    [InlineData("FREQ=WEEKLY;FREQ=DAILY;COUNT=5", "repeated_rule_part")]
    [InlineData("FREQ=WEEKLY;UNTIL=tomorrow", "malformed_rule")]
    [InlineData(" ", "missing")]
    public void Read_RuleThatCannotBeTaken_SaysWhy(string rule, string code)
    {
        var faults = new List<Fault>();
        new RecurrenceBody("2026-12-08T17:30", rule, null, null, null).Read("recurrence", Tokyo, Now, Last, faults).ShouldBeNull();
        faults.Select(fault => fault.Code).ShouldContain(code);
        faults.ShouldAllBe(fault => fault.Field == "recurrence.rrule");
    }

    [Theory]
    [InlineData("2026-11-20T17:30", "start_in_past")]
    [InlineData("0001-01-01T00:00", "start_in_past")]
    [InlineData("2028-11-25T17:30", "too_far_ahead")]
    [InlineData("9999-12-31T23:55", "too_far_ahead")]
    [InlineData("9999-12-31T23:00:00Z", "too_far_ahead")]
    [InlineData("2026-12-08T17:32", "not_on_grid")]
    [InlineData("next week", "invalid_time")]
    public void Read_StartThatCannotBeTaken_SaysWhy(string start, string code)
    {
        var faults = new List<Fault>();
        new RecurrenceBody(start, "FREQ=WEEKLY;COUNT=3", "never", ["2026-02-30"], null).Read("recurrence", Tokyo, Now, Last, faults).ShouldBeNull();
        faults.Select(fault => fault.Code).ShouldBe([code, "unknown_code", "invalid_date"]);
    }

    [Theory]
    [InlineData("skip", "2026-12-22, -")]
    [InlineData("shift_before", "2026-12-22, 2026-12-28")]
    [InlineData("shift_after", "2026-12-22, 2027-01-04")]
    [InlineData("keep", "2026-12-22, 2026-12-29")]
    public void Plan_TimeOnADayOfRest_FollowsTheRule(string holidays, string days)
    {
        var recurrence = Read("2026-12-22T17:30", "FREQ=WEEKLY;COUNT=2", holidays)!;
        Days(recurrence.Plan(Last, NewYear)).ShouldBe(days);
    }

    [Fact]
    public void Plan_TwoTimesMovedToOneDay_LeavesTheSecondOut()
    {
        var plan = Read("2026-12-29T17:30", "FREQ=DAILY;COUNT=8", "shift_after")!.Plan(Last, NewYear);

        plan.Select(time => time.Fate).ShouldBe([
            PlannedFate.Clashes, PlannedFate.Clashes, PlannedFate.Clashes, PlannedFate.Clashes, PlannedFate.Clashes, PlannedFate.Clashes,
            PlannedFate.Stands, PlannedFate.Stands]);
        plan.Select(time => time.Wall).OfType<DateTime>().ShouldBeUnique();
    }

    [Fact]
    public void Plan_ExceptionsAndExtras_AreLeftOutAndAdded()
    {
        var recurrence = new RecurrenceBody("2026-12-08T17:30", "FREQ=WEEKLY;COUNT=3", null, ["2026-12-15"], ["2026-12-17T18:00"]).Read("recurrence", Tokyo, Now, Last, [])!;

        Days(recurrence.Plan(Last, _ => false)).ShouldBe("2026-12-08, 2026-12-17, 2026-12-22");
    }

    [Theory]
    [InlineData("2027-03-21T02:30", "2027-03-21T01:30Z 2027-03-28T01:30Z 2027-04-04T00:30Z")]
    [InlineData("2027-03-22T17:30", "2027-03-22T16:30Z 2027-03-29T15:30Z 2027-04-05T15:30Z")]
    [InlineData("2027-10-24T02:30", "2027-10-24T00:30Z 2027-10-31T00:30Z 2027-11-07T01:30Z")]
    public void Times_OverChangesToAndFromSummerTime_KeepTheWallClock(string start, string instants)
    {
        var berlin = new NetworkTime(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        var recurrence = new RecurrenceBody(start, "FREQ=WEEKLY;COUNT=3", "keep", null, null).Read("recurrence", berlin, Now, Last, [])!;

        recurrence.Times(Last).Select(wall => $"{berlin.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall)):yyyy-MM-dd'T'HH:mm'Z'}")
            .ShouldBe(instants.Split(' '));
    }

    [Theory]
    [InlineData("FREQ=WEEKLY;COUNT=2", "毎週火曜")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=2", "隔週火曜")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU,4TU;COUNT=2", "毎月第2・第4火曜")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", "毎月最終金曜")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", "毎月末日")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TH;COUNT=2", "毎週月・木曜")]
    public void Words_UsualRules_AreWhatPeopleSay(string rule, string words) => RuleWords.Of(Read("2026-12-08T17:30", rule)!).Ja.ShouldBe(words);

    private static Recurrence? Read(string start, string rule, string holidays = "skip") =>
        new RecurrenceBody(start, rule, holidays, null, null).Read("recurrence", Tokyo, Now, Last, []);

    private static bool NewYear(DateOnly day) => day is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 };

    private static string Days(IEnumerable<PlannedTime> plan) => string.Join(", ", plan.Select(time => time.Wall is { } wall ? $"{wall:yyyy-MM-dd}" : "-"));
}
