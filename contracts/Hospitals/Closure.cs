namespace Conference.Contracts.Hospitals;

/// <summary>A stretch of time in which a site cannot take part.</summary>
public sealed record Closure
{
    /// <summary>First moment.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>End, exclusive; after <see cref="From"/>.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Why, up to 100 characters, for signed-in readers.</summary>
    public required string Reason { get; init; }
}
