namespace Conference.Platform.Time.Recurring;

/// <summary>The step of a rule. Nothing recurs within a day here.</summary>
public enum RecurrenceFrequency
{
    /// <summary>Every so many days.</summary>
    Daily,

    /// <summary>Every so many weeks.</summary>
    Weekly,

    /// <summary>Every so many months.</summary>
    Monthly,

    /// <summary>Every so many years.</summary>
    Yearly,
}

/// <summary>A day of the week, or with an ordinal the nth of the month or year, from its end where negative.</summary>
public readonly record struct RuleDay(int? Ordinal, DayOfWeek Day);

/// <summary>A recurrence rule (RRULE, RFC 5545 section 3.3.10) as far as conferences need one: days, not hours.</summary>
public sealed record RecurrenceRule
{
    /// <summary>The step.</summary>
    public required RecurrenceFrequency Frequency { get; init; }

    /// <summary>Every how many steps, at least 1.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>How many times; null when <see cref="Until"/> ends it.</summary>
    public int? Count { get; init; }

    /// <summary>The last wall-clock time that counts, in the network's zone; null when <see cref="Count"/> ends it.</summary>
    public DateTime? Until { get; init; }

    /// <summary>On which days of the week.</summary>
    public IReadOnlyList<RuleDay> ByDay { get; init; } = [];

    /// <summary>On which days of the month, from its end where negative.</summary>
    public IReadOnlyList<int> ByMonthDay { get; init; } = [];

    /// <summary>In which months.</summary>
    public IReadOnlyList<int> ByMonth { get; init; } = [];

    /// <summary>Which of a period's days, from its end where negative.</summary>
    public IReadOnlyList<int> BySetPosition { get; init; } = [];

    /// <summary>On which day a week begins; matters where weeks are left out.</summary>
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>
    /// The days of the rule from <paramref name="start"/> on, in order, none after <paramref name="last"/>: that bounds
    /// the work whatever the rule says. Ends by <see cref="Count"/> and <see cref="Until"/> are not looked at.
    /// </summary>
    public IEnumerable<DateOnly> Days(DateOnly start, DateOnly last)
    {
        if (start > last)
            yield break;
        var matching = new RuleDays(this, start);
        for (var period = matching.PeriodOf(start); period.First <= last; period = matching.After(period))
        {
            foreach (var day in matching.In(period).Where(day => day >= start && day <= last))
                yield return day;
        }
    }
}
