namespace Conference.Contracts.Booking;

/// <summary>Several slots are held, each a hold of its own. Sent by Booking; taken by Requests.</summary>
public sealed record CandidatesHeld
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision this belongs to.</summary>
    public required int Revision { get; init; }

    /// <summary>What is held, two or more, by start.</summary>
    public required IReadOnlyList<SlotSuggestion> Candidates { get; init; }

    /// <summary>What was asked for and could not be held, with the reason.</summary>
    public IReadOnlyList<CandidateNotHeld> NotHeld { get; init; } = [];
}
