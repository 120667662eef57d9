using System.Globalization;

namespace Conference.Invitations.Calendars;

/// <summary>The recurrence rule that gives the same day of every year: last Sunday of March, second Sunday of November.</summary>
internal static class YearlyRule
{
    /// <summary>The rule; null when no rule gives just these days, one a year in order.</summary>
    public static string? Of(IReadOnlyList<DateTime> days)
    {
        var (month, weekday) = (days[0].Month, days[0].DayOfWeek);
        var rule = $"FREQ=YEARLY;BYMONTH={month.ToString(CultureInfo.InvariantCulture)}";
        if (days.Any(day => day.TimeOfDay != days[0].TimeOfDay))
            return null;
        if (days.All(day => day.Day == days[0].Day))
            return $"{rule};BYMONTHDAY={days[0].Day.ToString(CultureInfo.InvariantCulture)}";
        if (days.Any(day => day.DayOfWeek != weekday))
            return null;

        var code = weekday.ToString()[..2].ToUpperInvariant();
        if (days.All(day => day.AddDays(7).Month != month))
            return $"{rule};BYDAY=-1{code}";
        var (low, high) = (days.Min(day => day.Day), days.Max(day => day.Day));
        if (days.All(day => (day.Day - 1) / 7 == (low - 1) / 7))
            return $"{rule};BYDAY={((low - 1) / 7) + 1}{code}";
        return high - low == 6
            ? $"{rule};BYDAY={code};BYMONTHDAY={string.Join(',', Enumerable.Range(low, 7))}"
            : null;
    }
}
