namespace Conference.Contracts.Booking;

/// <summary>Body of <c>POST /api/slots/search</c>, checked.</summary>
public sealed record SlotSearch
{
    /// <summary>What the slot must satisfy.</summary>
    public required SlotCriteria Criteria { get; init; }

    /// <summary>How many suggestions, 1 to 50. Default 10.</summary>
    public int Limit { get; init; } = 10;
}
