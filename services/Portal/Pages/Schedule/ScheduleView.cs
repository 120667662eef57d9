using System.Globalization;

namespace Conference.Portal.Pages.Schedule;

/// <summary>Which days the schedule shows: a month, a week, or a month as a list.</summary>
public sealed record ScheduleView(string Kind, DateOnly Day)
{
    public const string Month = "month";
    public const string Week = "week";
    public const string List = "list";

    public static ScheduleView Parse(string? kind, string? day, DateOnly today) => new(
        kind is Week or List ? kind : Month,
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 1900 and < 2200 ? asked : today);

    /// <summary>First day shown; weeks begin on Sunday, as on Japanese calendars.</summary>
    public DateOnly From => Kind switch
    {
        Week => StartOfWeek(Day),
        List => FirstOfMonth,
        _ => StartOfWeek(FirstOfMonth),
    };

    /// <summary>Last day shown.</summary>
    public DateOnly To => Kind switch
    {
        Week => From.AddDays(6),
        List => LastOfMonth,
        _ => StartOfWeek(LastOfMonth).AddDays(6),
    };

    public DateOnly FirstOfMonth => new(Day.Year, Day.Month, 1);

    public DateOnly LastOfMonth => FirstOfMonth.AddMonths(1).AddDays(-1);

    public DateOnly Previous => Kind == Week ? Day.AddDays(-7) : FirstOfMonth.AddMonths(-1);

    public DateOnly Next => Kind == Week ? Day.AddDays(7) : FirstOfMonth.AddMonths(1);

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, To.DayNumber - From.DayNumber + 1).Select(From.AddDays);

    private static DateOnly StartOfWeek(DateOnly day) => day.AddDays(-(int)day.DayOfWeek);
}
