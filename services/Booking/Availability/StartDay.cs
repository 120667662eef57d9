using Conference.Booking.Network;
using Conference.Contracts.Booking;

namespace Conference.Booking.Availability;

/// <summary>The steps of a day on which the conference may start: [<paramref name="First"/>, <paramref name="End"/>).</summary>
internal readonly record struct StartDay(DateOnly Day, int First, int End)
{
    /// <summary>The days on which the wish allows a start, whoever is free then.</summary>
    public static IReadOnlyList<StartDay> Of(SlotCriteria criteria, SlotGrid grid, LocalDays days, RestDays restDays, DateTimeOffset now)
    {
        var earliest = criteria.NotBefore is { } notBefore && notBefore > now ? notBefore : now;
        if (criteria.Start is { } start)
            return start >= earliest ? [new StartDay(days.DayOf(start), grid.Floor(start), grid.Floor(start) + 1)] : [];

        var (window, hours, length) = (criteria.Window!, criteria.Hours, SlotGrid.StepsIn(TimeSpan.FromMinutes(criteria.DurationMinutes)));
        return [.. days.All
            .Where(day => day >= window.From && day <= window.To && hours.Days.Contains(day.ToWeekday()) && !(hours.SkipHolidays && restDays.Contains(day)))
            .Select(day => new StartDay(
                day,
                Math.Max(grid.Ceiling(days.At(day, hours.From)), grid.Ceiling(earliest)),
                grid.Floor(days.At(day, hours.To)) - length + 1))
            .Where(day => day.First < day.End)];
    }
}
