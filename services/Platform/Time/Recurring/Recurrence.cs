namespace Conference.Platform.Time.Recurring;

/// <summary>What became of one time of a rule.</summary>
public enum PlannedFate
{
    /// <summary>It stands as the rule says.</summary>
    Stands,

    /// <summary>It was moved off a day of rest.</summary>
    Moved,

    /// <summary>It fell on a day of rest and is left out.</summary>
    Rests,

    /// <summary>It was moved onto another time of the same rule and is left out.</summary>
    Clashes,

    /// <summary>It was asked for beside the rule.</summary>
    Extra,
}

/// <summary>One time of a rule, by wall clock.</summary>
/// <param name="Original">The time that the rule gives: by it the occurrence is known for ever (RECURRENCE-ID).</param>
/// <param name="Wall">The time at which it shall be; null where it is left out.</param>
/// <param name="Fate">Why these differ.</param>
public sealed record PlannedTime(DateTime Original, DateTime? Wall, PlannedFate Fate);

/// <summary>
/// A rule with its exceptions. It lives on the wall clock of the network's zone: 17:30 stays 17:30 over a change to
/// summer time, and only <see cref="NetworkTime"/> makes an instant of it.
/// </summary>
public sealed record Recurrence
{
    /// <summary>More occurrences than this are a slip.</summary>
    public const int MostTimes = 200;

    private const int FurthestShift = 14;

    /// <summary>From when on, by wall clock. The rule need not hit it: then the first time is the first hit after it.</summary>
    public required DateTime Start { get; init; }

    /// <summary>The rule.</summary>
    public required RecurrenceRule Rule { get; init; }

    /// <summary>What becomes of times on days of rest.</summary>
    public RestDayRule Rest { get; init; }

    /// <summary>Days that are left out (EXDATE).</summary>
    public IReadOnlyList<DateOnly> Except { get; init; } = [];

    /// <summary>Times beside the rule (RDATE).</summary>
    public IReadOnlyList<DateTime> Extra { get; init; } = [];

    /// <summary>The times that the rule itself gives, not after <paramref name="last"/> and never more than one above <see cref="MostTimes"/>.</summary>
    public IReadOnlyList<DateTime> Times(DateOnly last) =>
    [
        .. Rule.Days(DateOnly.FromDateTime(Start), last)
            .Select(day => day.ToDateTime(TimeOnly.FromDateTime(Start)))
            .TakeWhile(wall => Rule.Until is not { } until || wall <= until)
            .Take(Math.Min(Rule.Count ?? int.MaxValue, MostTimes + 1)),
    ];

    /// <summary>Every time with what becomes of it, in the order of the rule.</summary>
    public IReadOnlyList<PlannedTime> Plan(DateOnly last, Func<DateOnly, bool> rests)
    {
        ArgumentNullException.ThrowIfNull(rests);
        var extra = Extra.Distinct().ToList();
        var regular = Times(last).Where(wall => !Except.Contains(DateOnly.FromDateTime(wall)) && !extra.Contains(wall)).ToList();
        var taken = regular.Where(wall => !Leaves(wall, rests)).Concat(extra).ToHashSet();
        return
        [
            .. regular.Select(wall => Leaves(wall, rests) ? OffRest(wall, rests, taken) : new PlannedTime(wall, wall, PlannedFate.Stands))
                .Concat(extra.Select(wall => new PlannedTime(wall, wall, PlannedFate.Extra)))
                .OrderBy(time => time.Original),
        ];
    }

    private bool Leaves(DateTime wall, Func<DateOnly, bool> rests) => Rest != RestDayRule.Keep && rests(DateOnly.FromDateTime(wall));

    private PlannedTime OffRest(DateTime wall, Func<DateOnly, bool> rests, HashSet<DateTime> taken)
    {
        if (Rest == RestDayRule.Skip)
            return new PlannedTime(wall, null, PlannedFate.Rests);
        var step = Rest == RestDayRule.ShiftBefore ? -1 : 1;
        var weekends = IsWeekend(wall);
        for (var days = 1; days <= FurthestShift; days++)
        {
            var other = wall.AddDays(step * days);
            if (rests(DateOnly.FromDateTime(other)) || (IsWeekend(other) && !weekends))
                continue;
            return taken.Add(other) ? new PlannedTime(wall, other, PlannedFate.Moved) : new PlannedTime(wall, null, PlannedFate.Clashes);
        }

        return new PlannedTime(wall, null, PlannedFate.Rests);
    }

    private static bool IsWeekend(DateTime wall) => wall.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
