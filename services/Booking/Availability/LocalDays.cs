using Conference.Platform.Time;

namespace Conference.Booking.Availability;

/// <summary>
/// The network's days over a stretch of time. Asking the zone's rules for every wall-clock time would cost more than the
/// search, so a day of 24 hours is reckoned from its start; only days of a clock change ask.
/// </summary>
internal sealed class LocalDays
{
    private readonly NetworkTime _time;
    private readonly long[] _starts;

    public LocalDays(NetworkTime time, DateTimeOffset from, DateTimeOffset to)
    {
        _time = time;
        First = time.DayOf(from);
        Last = time.DayOf(to);
        _starts = [.. Enumerable.Range(0, Count + 1).Select(index => time.StartOf(First.AddDays(index)).UtcTicks)];
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public IEnumerable<DateOnly> All => Enumerable.Range(0, Count).Select(First.AddDays);

    private int Count => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Whether the days of a stretch of time are all among these.</summary>
    public bool Covers(DateTimeOffset from, DateTimeOffset to) => from.UtcTicks >= _starts[0] && to.UtcTicks < _starts[^1];

    public DateOnly DayOf(DateTimeOffset instant) => _time.DayOf(instant);

    public DateTimeOffset StartOf(DateOnly day) => new(_starts[day.DayNumber - First.DayNumber], TimeSpan.Zero);

    public DateTimeOffset EndOf(DateOnly day) => new(_starts[day.DayNumber - First.DayNumber + 1], TimeSpan.Zero);

    public DateTimeOffset At(DateOnly day, TimeOnly time) => new(TicksAt(day, time), TimeSpan.Zero);

    public long TicksAt(DateOnly day, TimeOnly time)
    {
        var index = day.DayNumber - First.DayNumber;
        return _starts[index + 1] - _starts[index] == TimeSpan.TicksPerDay ? _starts[index] + time.Ticks : _time.At(day, time).UtcTicks;
    }
}
