namespace Conference.Contracts.Booking;

/// <summary>Where and when a conference is booked.</summary>
public sealed record BookedSlot
{
    /// <summary>Start.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>End, exclusive.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>The bridge that connects the sites; the first of two.</summary>
    public required string BridgeId { get; init; }

    /// <summary>The second bridge, joined to the first by a link that takes a port on each; null for one alone.</summary>
    public string? LinkedBridgeId { get; init; }

    /// <summary>The sites that take part.</summary>
    public required IReadOnlyList<BookedSite> Sites { get; init; }
}
