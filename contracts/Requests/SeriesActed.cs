namespace Conference.Contracts.Requests;

/// <summary>Answer of <c>POST /api/series/{id}/change</c> and <c>/cancel</c>.</summary>
public sealed record SeriesActed
{
    /// <summary>Conferences that were asked to change.</summary>
    public required int Conferences { get; init; }

    /// <summary>Original starts of those that are over, called off, or otherwise cannot be changed any more.</summary>
    public IReadOnlyList<DateTimeOffset> LeftAlone { get; init; } = [];
}
