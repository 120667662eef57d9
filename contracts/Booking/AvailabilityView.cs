namespace Conference.Contracts.Booking;

/// <summary>
/// Answer of <c>GET /api/slots/availability?hospitals=H1301,H1302&amp;from&amp;to</c>, at most 100 hospitals and 31
/// days.
/// </summary>
public sealed record AvailabilityView
{
    /// <summary>One a hospital, in the order asked.</summary>
    public required IReadOnlyList<SiteAvailability> Sites { get; init; }

    /// <summary>The days asked for on which the network rests: holidays, and 29 December to 3 January.</summary>
    public IReadOnlyList<DateOnly> RestDays { get; init; } = [];
}
