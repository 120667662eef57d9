using Conference.Booking.Network;
using Conference.Contracts.Booking;

namespace Conference.Booking.Availability;

/// <summary>The steps of a day on which the conference may start: [<paramref name="First"/>, <paramref name="End"/>).</summary>
internal readonly record struct StartDay(DateOnly Day, int First, int End)
{
    private const int DaysInWeek = 7;

    /// <summary>The days on which the wish allows a start, whoever is free then.</summary>
    public static IReadOnlyList<StartDay> Of(SlotCriteria criteria, SlotGrid grid, LocalDays days, RestDays restDays, DateTimeOffset now)
    {
        var earliest = criteria.NotBefore is { } notBefore && notBefore > now ? notBefore : now;
        if (criteria.Start is { } start)
            return start >= earliest ? [new StartDay(days.DayOf(start), grid.Floor(start), grid.Floor(start) + 1)] : [];

        var (window, hours, length) = (criteria.Window!, criteria.Hours, SlotGrid.StepsIn(TimeSpan.FromMinutes(criteria.DurationMinutes)));
        var (weekdays, fromNow, allowed) = (hours.Days.Aggregate(0, (set, day) => set | (1 << (int)day)), grid.Ceiling(earliest), new List<StartDay>());
        for (var day = window.From; day <= window.To; day = day.AddDays(1))
        {
            // Day 0 of the calendar was a Monday.
            if ((weekdays & (1 << (day.DayNumber % DaysInWeek))) == 0 || (hours.SkipHolidays && restDays.Contains(day)))
                continue;
            var first = Math.Max(grid.CeilingOf(days.TicksAt(day, hours.From)), fromNow);
            var end = grid.FloorOf(days.TicksAt(day, hours.To)) - length + 1;
            if (first < end)
                allowed.Add(new StartDay(day, first, end));
        }

        return allowed;
    }
}
