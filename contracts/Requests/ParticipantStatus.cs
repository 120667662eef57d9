using Conference.Contracts.Invitations;

namespace Conference.Contracts.Requests;

/// <summary>How a hospital stands to a conference.</summary>
public sealed record ParticipantStatus
{
    /// <summary>The hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>Whether the conference cannot be held without it.</summary>
    public required bool Required { get; init; }

    /// <summary>What it does; <see cref="ParticipantRole.HostSite"/> for the host.</summary>
    public required ParticipantRole Role { get; init; }

    /// <summary>Whether a site and a port are reserved for it at the conference's time.</summary>
    public required bool Booked { get; init; }

    /// <summary>Its answer to the current time; null while it has not answered. The host counts as accepted.</summary>
    public Answer? Answer { get; init; }
}
