using Conference.Platform.Time;

namespace Conference.Booking.Availability;

/// <summary>
/// The network's days over a search. Asking the zone's rules for every wall-clock time would cost more than the
/// search, so a day of 24 hours is reckoned from its start; only days of a clock change ask.
/// </summary>
internal sealed class LocalDays
{
    private readonly NetworkTime _time;
    private readonly DateTimeOffset[] _starts;

    public LocalDays(NetworkTime time, DateTimeOffset from, DateTimeOffset to)
    {
        _time = time;
        First = time.DayOf(from);
        Last = time.DayOf(to);
        _starts = [.. Enumerable.Range(0, Count + 1).Select(index => time.StartOf(First.AddDays(index)))];
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public DateOnly DayOf(DateTimeOffset instant) => _time.DayOf(instant);

    public IEnumerable<DateOnly> All => Enumerable.Range(0, Count).Select(First.AddDays);

    private int Count => Last.DayNumber - First.DayNumber + 1;

    public DateTimeOffset StartOf(DateOnly day) => _starts[day.DayNumber - First.DayNumber];

    public DateTimeOffset EndOf(DateOnly day) => _starts[day.DayNumber - First.DayNumber + 1];

    public DateTimeOffset At(DateOnly day, TimeOnly time) =>
        EndOf(day) - StartOf(day) == TimeSpan.FromDays(1) ? StartOf(day) + time.ToTimeSpan() : _time.At(day, time);
}
