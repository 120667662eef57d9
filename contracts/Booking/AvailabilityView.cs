namespace Conference.Contracts.Booking;

/// <summary>
/// Answer of <c>GET /api/slots/availability?hospitals=H1301,H1302&amp;from&amp;to</c>, at most 100 hospitals and 31
/// days.
/// </summary>
public sealed record AvailabilityView
{
    /// <summary>One a hospital, in the order asked.</summary>
    public required IReadOnlyList<SiteAvailability> Sites { get; init; }
}
