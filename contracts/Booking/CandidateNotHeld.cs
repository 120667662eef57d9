namespace Conference.Contracts.Booking;

/// <summary>A start that was asked for and could not be held.</summary>
public sealed record CandidateNotHeld
{
    /// <summary>The start.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Why.</summary>
    public required Remark Why { get; init; }
}
