using Conference.Platform.Time;

namespace Conference.Booking.Availability;

/// <summary>What counts as an evening: a booking that starts at or after an hour of the network's day.</summary>
internal sealed record EveningRule(NetworkTime Time, TimeOnly From)
{
    /// <summary>The number of the day whose evening the booking takes; null for one by day.</summary>
    public int? DayOf(DateTimeOffset start)
    {
        var local = Time.ToLocal(start).DateTime;
        return TimeOnly.FromDateTime(local) >= From ? DateOnly.FromDateTime(local).DayNumber : null;
    }
}
