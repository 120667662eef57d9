using Conference.Contracts.Booking;

namespace Conference.Requests.Polls;

/// <summary>How a candidate stands with the hospitals.</summary>
internal sealed record CandidateStanding
{
    public required SlotSuggestion Candidate { get; init; }

    /// <summary>○, the host included.</summary>
    public required int Accepted { get; init; }

    public required int Tentative { get; init; }

    public required int Declined { get; init; }

    public required IReadOnlyList<string> RequiredDeclined { get; init; }

    public required IReadOnlyList<string> RequiredSilent { get; init; }

    /// <summary>How many of the professions asked for somebody who may come can bring.</summary>
    public required int Professions { get; init; }

    /// <summary>Whether the rule may decide on it.</summary>
    public required bool Suits { get; init; }

    public DateTimeOffset Start => Candidate.Slot.Start;
}
