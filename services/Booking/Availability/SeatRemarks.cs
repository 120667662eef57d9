using System.Globalization;
using Conference.Contracts;
using Conference.Platform.Time;

namespace Conference.Booking.Availability;

/// <summary>A day on which a site is kept, and of a part of it the hours; none for all of it.</summary>
internal sealed record BusyDay(DateOnly Day, IReadOnlyList<(string From, string To)> Hours);

/// <summary>Says what keeps a site from the starts: every kind of it, the days, and the hours of a closure of part of one.</summary>
internal sealed class SeatRemarks(SearchBoard board, NetworkTime time, BitTimeline starts)
{
    /// <summary>A closure is named before a booking, which could be moved.</summary>
    public IEnumerable<Remark> Of(SeatBoard seat) => seat.Busy
        .SelectMany(ByDay)
        .Where(InTheWay)
        .GroupBy(busy => busy.Kind)
        .OrderByDescending(kind => kind.Key)
        .Select(kind => Wording.Busy(seat.Seat, kind.Key, [.. kind.GroupBy(busy => board.Days.DayOf(busy.Start)).OrderBy(day => day.Key).Select(day => DayOf(day.Key, kind.Key, day))]));

    /// <summary>What keeps the site, cut at midnight, as far as the board's days go.</summary>
    private IEnumerable<BusyTime> ByDay(BusyTime busy)
    {
        var (days, grid) = (board.Days, board.Grid);
        var (from, end) = (Later(busy.Start, days.StartOf(days.DayOf(grid.From))), Earlier(busy.End, days.EndOf(days.DayOf(grid.To))));
        while (from < end)
        {
            var midnight = Earlier(days.EndOf(days.DayOf(from)), end);
            yield return busy with { Start = from, End = midnight };
            from = midnight;
        }
    }

    private bool InTheWay(BusyTime busy) => starts.Any(board.Grid.Floor(busy.Start) - board.Length + 1, board.Grid.Ceiling(busy.End));

    private BusyDay DayOf(DateOnly day, BusyKind kind, IEnumerable<BusyTime> busy)
    {
        var hours = new List<(DateTimeOffset Start, DateTimeOffset End)>();
        foreach (var (start, end, _) in busy.Where(_ => kind == BusyKind.Closed).OrderBy(one => one.Start))
        {
            if (hours.Count > 0 && hours[^1].End >= start)
                hours[^1] = (hours[^1].Start, Later(hours[^1].End, end));
            else
                hours.Add((start, end));
        }

        var (first, last) = (board.Days.StartOf(day), board.Days.EndOf(day));
        return hours.Exists(one => one.Start == first && one.End == last)
            ? new BusyDay(day, [])
            : new BusyDay(day, hours.ConvertAll(one => (Shown(one.Start), one.End == last ? "24:00" : Shown(one.End))));
    }

    private string Shown(DateTimeOffset instant) => time.ToLocal(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
