using Conference.Contracts.Hospitals;

namespace Conference.Booking.Network;

/// <summary>Days on which the network rests: national holidays, and by custom 29 December to 3 January.</summary>
internal sealed class RestDays(IEnumerable<Holiday> holidays)
{
    private readonly HashSet<DateOnly> _holidays = [.. holidays.Select(holiday => holiday.Date)];

    public bool Contains(DateOnly day) => _holidays.Contains(day) || day is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 };
}
