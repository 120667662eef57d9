namespace Conference.Platform.Time.Recurring;

/// <summary>The days of one rule, looked at day by day: slow by a microsecond, and nothing in it can run away.</summary>
internal sealed class RuleDays(RecurrenceRule rule, DateOnly start)
{
    public (DateOnly First, DateOnly Last) PeriodOf(DateOnly day) => rule.Frequency switch
    {
        RecurrenceFrequency.Daily => (day, day),
        RecurrenceFrequency.Weekly => Week(day.AddDays(-(((int)day.DayOfWeek - (int)rule.WeekStart + 7) % 7))),
        RecurrenceFrequency.Monthly => Month(new DateOnly(day.Year, day.Month, 1)),
        _ => (new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 12, 31)),
    };

    public (DateOnly First, DateOnly Last) After((DateOnly First, DateOnly Last) period) => PeriodOf(rule.Frequency switch
    {
        RecurrenceFrequency.Daily => period.First.AddDays(rule.Interval),
        RecurrenceFrequency.Weekly => period.First.AddDays(7 * rule.Interval),
        RecurrenceFrequency.Monthly => period.First.AddMonths(rule.Interval),
        _ => period.First.AddYears(rule.Interval),
    });

    public IEnumerable<DateOnly> In((DateOnly First, DateOnly Last) period)
    {
        var days = new List<DateOnly>();
        for (var day = period.First; day <= period.Last; day = day.AddDays(1))
        {
            if (Matches(day))
                days.Add(day);
        }

        return rule.BySetPosition.Count == 0
            ? days
            : days.Where((_, index) => rule.BySetPosition.Contains(index + 1) || rule.BySetPosition.Contains(index - days.Count));
    }

    private bool Matches(DateOnly day) =>
        (rule.ByMonth.Count == 0 ? !RecursOnStartsMonth || day.Month == start.Month : rule.ByMonth.Contains(day.Month))
        && (rule.ByMonthDay.Count == 0 ? !RecursOnStartsDay || day.Day == start.Day : rule.ByMonthDay.Any(wanted => DayOfMonth(wanted, day) == day.Day))
        && (rule.ByDay.Count == 0 ? rule.Frequency != RecurrenceFrequency.Weekly || day.DayOfWeek == start.DayOfWeek : rule.ByDay.Any(wanted => Matches(wanted, day)));

    // What a rule leaves open is taken from its start (RFC 5545 section 3.3.10).
    private bool RecursOnStartsDay =>
        rule.Frequency is RecurrenceFrequency.Monthly or RecurrenceFrequency.Yearly && rule.ByDay.Count == 0;

    private bool RecursOnStartsMonth =>
        rule.Frequency == RecurrenceFrequency.Yearly && rule.ByDay.Count == 0 && rule.ByMonthDay.Count == 0;

    private bool Matches(RuleDay wanted, DateOnly day)
    {
        if (day.DayOfWeek != wanted.Day)
            return false;
        if (wanted.Ordinal is not { } nth)
            return true;
        var ofYear = rule.Frequency == RecurrenceFrequency.Yearly && rule.ByMonth.Count == 0;
        var (position, length) = ofYear
            ? (day.DayOfYear, DateTime.IsLeapYear(day.Year) ? 366 : 365)
            : (day.Day, DateTime.DaysInMonth(day.Year, day.Month));
        return nth > 0 ? ((position - 1) / 7) + 1 == nth : ((length - position) / 7) + 1 == -nth;
    }

    private static int DayOfMonth(int wanted, DateOnly day) => wanted > 0 ? wanted : DateTime.DaysInMonth(day.Year, day.Month) + 1 + wanted;

    private static (DateOnly, DateOnly) Week(DateOnly first) => (first, first.AddDays(6));

    private static (DateOnly, DateOnly) Month(DateOnly first) => (first, first.AddMonths(1).AddDays(-1));
}
