namespace Conference.Contracts.Invitations;

/// <summary>A mark that counts as the answer to the time that a poll has led to.</summary>
public sealed record CountedMark
{
    /// <summary>The hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>Its mark at that time.</summary>
    public required Answer Answer { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset VotedAt { get; init; }
}
