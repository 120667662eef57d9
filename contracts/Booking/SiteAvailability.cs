namespace Conference.Contracts.Booking;

/// <summary>When a site cannot take part, within the asked days.</summary>
public sealed record SiteAvailability
{
    /// <summary>The hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>The site; null for a hospital that has none in use, which counts as closed throughout.</summary>
    public required string? SiteId { get; init; }

    /// <summary>Times booked by conferences.</summary>
    public required IReadOnlyList<TimeRange> Booked { get; init; }

    /// <summary>Times closed.</summary>
    public required IReadOnlyList<TimeRange> Closed { get; init; }
}
