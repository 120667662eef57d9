namespace Conference.Contracts.Requests;

/// <summary>A hospital that is asked to take part.</summary>
public sealed record ConferenceParticipant
{
    /// <summary>The hospital (<c>H1302</c>).</summary>
    public required string HospitalId { get; init; }

    /// <summary>The site to connect; null for the hospital's first active site.</summary>
    public string? SiteId { get; init; }

    /// <summary>Whether the conference cannot be held without it.</summary>
    public required bool Required { get; init; }

    /// <summary>What it does.</summary>
    public required ParticipantRole Role { get; init; }
}
