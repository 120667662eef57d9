namespace Conference.Contracts.Invitations;

/// <summary>A time that a hospital proposed: answer of <c>GET /api/conferences/{id}/proposals</c>.</summary>
public sealed record TimeProposalView
{
    /// <summary>The proposal.</summary>
    public required Guid ProposalId { get; init; }

    /// <summary>Who proposes.</summary>
    public required string HospitalId { get; init; }

    /// <summary>Start.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>End.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>When it was proposed.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public required ProposalState State { get; init; }

    /// <summary>Whether all required sites and enough ports are free then; null while that is looked up.</summary>
    public bool? Possible { get; init; }

    /// <summary>What speaks for it or stands in its way.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];
}
