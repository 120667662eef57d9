namespace Conference.Contracts.Booking;

/// <summary>Where and when a conference is booked.</summary>
public sealed record BookedSlot
{
    /// <summary>Start.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>End, exclusive.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>The bridge that connects the sites.</summary>
    public required string BridgeId { get; init; }

    /// <summary>The sites that take part.</summary>
    public required IReadOnlyList<BookedSite> Sites { get; init; }
}
