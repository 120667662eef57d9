using Conference.Platform.Problems;
using Conference.Platform.Time;
using Conference.Platform.Time.Recurring;
using CsCheck;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform.Time;

/// <summary>Expansion against a calendar library that was written by others, over random rules.</summary>
public sealed class RecurrenceProperties
{
    private static readonly NetworkTime Tokyo = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Last = new DateOnly(2026, 11, 24).AddDays(731);
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private static readonly Gen<string> Rules = Gen.Select(Gen.Int[0, 5], Gen.Int[1, 4], Gen.Int[0, 6].Select(day => Weekdays[day]).Array[1, 3], Gen.Int[1, 12], Gen.Int[-5, 5], Gen.Int[1, 31], Gen.Bool)
        .Select((kind, interval, days, count, nth, monthDay, sunday) =>
        {
            var (names, position) = (string.Join(',', days.Distinct()), nth == 0 ? 1 : nth);
            return $"INTERVAL={interval};COUNT={count};{(sunday ? "WKST=SU;" : "")}" + kind switch
            {
                0 => "FREQ=DAILY",
                1 => $"FREQ=WEEKLY;BYDAY={names}",
                2 => $"FREQ=MONTHLY;BYDAY={position}{days[0]}",
                3 => $"FREQ=MONTHLY;BYMONTHDAY={monthDay},{-Math.Min(monthDay, 28)}",
                4 => $"FREQ=MONTHLY;BYDAY={names};BYSETPOS={position}",
                _ => $"FREQ=YEARLY;INTERVAL=1;BYMONTH={count};BYDAY={Math.Sign(position)}{days[0]}".Replace(";INTERVAL=1", "", StringComparison.Ordinal),
            };
        });

    [Fact]
    public void Times_AnyRule_AreThoseOfTheCalendarLibrary() => Gen.Select(Rules, Gen.Int[1, 300]).Sample(
        (rule, day) =>
        {
            var start = new DateTime(2026, 11, 24, 17, 30, 0).AddDays(day);
            var faults = new List<Fault>();
            var recurrence = new RecurrenceBody($"{start:yyyy-MM-dd'T'HH:mm}", rule, null, null, null).Read("recurrence", Tokyo, Now, Last, faults);
            if (faults.Exists(fault => fault.Code is "too_far_ahead" or "no_occurrence"))
                return;
            // The library counts a start that its rule does not hit; ours begins at the first hit.
            var first = recurrence.ShouldNotBeNull(rule).Times(Last)[0];
            var period = recurrence.Rule.Interval > 1 && first != start;
            if (period)
                return;
            var pattern = new RecurrencePattern(rule);
            var calendarEvent = new Ical.Net.CalendarComponents.CalendarEvent { DtStart = new CalDateTime(first), RecurrenceRule = pattern };
            var expected = calendarEvent.GetOccurrences(new CalDateTime(first), new EvaluationOptions { MaxUnmatchedIncrementsLimit = 2000 })
                .TakeWhile(occurrence => occurrence.Period.StartTime.Value <= Last.ToDateTime(TimeOnly.MaxValue))
                .Select(occurrence => occurrence.Period.StartTime.Value).ToList();

            recurrence.Times(Last).ShouldBe(expected, $"{rule} from {start:yyyy-MM-dd}");
        },
        iter: 3000);

    [Fact]
    public void Plan_AnyRuleAndDaysOfRest_NeverStandsOnOneNorTwiceOnADay() => Gen.Select(Rules, Gen.Int[1, 300], Gen.Int[0, 6].HashSet[0, 4], Gen.Enum<RestDayRule>()).Sample(
        (rule, day, rest, how) =>
        {
            var start = new DateTime(2026, 11, 24, 17, 30, 0).AddDays(day);
            var recurrence = new RecurrenceBody($"{start:yyyy-MM-dd'T'HH:mm}", rule, null, null, null).Read("recurrence", Tokyo, Now, Last, []);
            if (recurrence is null)
                return;
            Func<DateOnly, bool> rests = date => rest.Contains((int)date.DayOfWeek);
            var plan = (recurrence with { Rest = how }).Plan(Last, rests);
            var times = plan.Select(time => time.Wall).OfType<DateTime>().ToList();

            plan.Select(time => time.Original).ShouldBe(recurrence.Times(Last));
            times.ShouldBeUnique();
            if (how != RestDayRule.Keep)
                times.ShouldAllBe(time => !rests(DateOnly.FromDateTime(time)));
        },
        iter: 3000);
}
