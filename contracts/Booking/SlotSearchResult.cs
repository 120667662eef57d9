namespace Conference.Contracts.Booking;

/// <summary>Answer of <c>POST /api/slots/search</c>: suggestions, best first, or the explanation.</summary>
public sealed record SlotSearchResult
{
    /// <summary>Best first; empty when there is none.</summary>
    public required IReadOnlyList<SlotSuggestion> Suggestions { get; init; }

    /// <summary>Why there is none; null when there is one.</summary>
    public SlotExplanation? Explanation { get; init; }
}
