using System.Globalization;
using Conference.Contracts.Requests;
using Conference.Platform.Time;
using Conference.Platform.Time.Recurring;

namespace Conference.Requests.Series;

/// <summary>Where a series has its occurrences: at the time that the rule gave, moved as was asked for since, and off the days of rest.</summary>
internal sealed class SeriesPlaces(SeriesRecurrence recurrence, IReadOnlySet<DateOnly> holidays, NetworkTime network)
{
    /// <summary>Every place that the occurrence has had, by the network's clock. One that the rule leaves out is none.</summary>
    public IReadOnlyList<DateTime> All(DateTimeOffset original) =>
        [.. Enumerable.Range(0, recurrence.Moves.Count + 1).Select(moves => At(original, [.. recurrence.Moves.Take(moves)])).OfType<DateTime>()];

    /// <summary>Where it comes to be by one more move; null where the rule leaves it out on that day.</summary>
    public DateTime? After(DateTimeOffset original, SeriesMove move) => At(original, [.. recurrence.Moves, move]);

    public static bool IsNewYear(DateOnly day) => day is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 };

    private DateTime? At(DateTimeOffset original, IReadOnlyList<SeriesMove> moves)
    {
        var given = network.ToLocal(original).DateTime;
        var wall = moves.Where(move => move.From <= original).Aggregate(given, (wall, move) => move.Apply(wall));
        // Who asks for a day beside the rule means that day.
        return recurrence.Extra.Contains(given) ? wall : OffRest(wall);
    }

    private DateTime? OffRest(DateTime wall)
    {
        var day = DateOnly.FromDateTime(wall);
        var once = new RecurrenceBody(wall.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture), "FREQ=DAILY;COUNT=1", recurrence.Holidays, [], []);
        return once.Read("", network, DateTimeOffset.UnixEpoch, day, [])!.Plan(day, rest => holidays.Contains(rest) || IsNewYear(rest))[0].Wall;
    }
}

internal static class SeriesMoves
{
    public static DateTime Apply(this SeriesMove move, DateTime wall)
    {
        var day = DateOnly.FromDateTime(wall);
        if (move.Day is { } weekday)
            day = day.AddDays((int)weekday - (((int)day.DayOfWeek + 6) % 7));
        return day.ToDateTime(move.Time ?? TimeOnly.FromDateTime(wall));
    }
}
