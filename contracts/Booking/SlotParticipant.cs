namespace Conference.Contracts.Booking;

/// <summary>A hospital for which a site and a port are wanted.</summary>
public sealed record SlotParticipant
{
    /// <summary>The hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>The site; null for its first active one.</summary>
    public string? SiteId { get; init; }

    /// <summary>Whether a slot without it is none.</summary>
    public required bool Required { get; init; }
}
