namespace Conference.Contracts.Booking;

/// <summary>A site that a slot reserves.</summary>
public sealed record BookedSite
{
    /// <summary>The hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>The site.</summary>
    public required string SiteId { get; init; }

    /// <summary>Whether the slot depends on it.</summary>
    public required bool Required { get; init; }

    /// <summary>Bridge ports reserved for it.</summary>
    public required int Ports { get; init; }

    /// <summary>The bridge that connects it where there are two; null for the slot's only one.</summary>
    public string? BridgeId { get; init; }
}
