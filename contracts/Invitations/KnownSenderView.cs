namespace Conference.Contracts.Invitations;

/// <summary>An address of which it is remembered whether it answers for a hospital: answer of <c>GET /api/known-senders</c>.</summary>
public sealed record KnownSenderView
{
    /// <summary>The address.</summary>
    public required string Address { get; init; }

    /// <summary>The hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>The only conference that it may answer, a contact having delegated to it; null for all.</summary>
    public Guid? ConferenceId { get; init; }

    /// <summary>That conference's number.</summary>
    public string? Number { get; init; }

    /// <summary>Whether its answers count.</summary>
    public required bool Believed { get; init; }

    /// <summary>When that was decided.</summary>
    public required DateTimeOffset At { get; init; }
}
