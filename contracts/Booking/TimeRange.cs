namespace Conference.Contracts.Booking;

/// <summary>A stretch of time, the end exclusive: back-to-back ranges do not overlap.</summary>
public sealed record TimeRange
{
    /// <summary>First moment.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>End, exclusive.</summary>
    public required DateTimeOffset End { get; init; }
}
