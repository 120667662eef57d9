namespace Conference.Contracts.Invitations;

/// <summary>What a hospital says of one candidate.</summary>
public sealed record CandidateMark
{
    /// <summary>Start of the candidate.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>○ accepted, △ tentative, × declined.</summary>
    public required Answer Answer { get; init; }
}
