using Conference.Contracts.Requests;

namespace Conference.Contracts.Invitations;

/// <summary>A hospital that is to be told.</summary>
public sealed record InvitedHospital
{
    /// <summary>The hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>Whether the conference depends on it.</summary>
    public required bool Required { get; init; }

    /// <summary>What it does.</summary>
    public required ParticipantRole Role { get; init; }
}
