namespace Conference.Contracts.Booking;

/// <summary>Answer of <c>POST /api/series/dry-run</c>: every occurrence as it would be placed now. Nothing is held by it.</summary>
public sealed record SeriesDryRun
{
    /// <summary>The rule in words.</summary>
    public required Remark InWords { get; init; }

    /// <summary>In the order of the rule.</summary>
    public required IReadOnlyList<OccurrencePlan> Occurrences { get; init; }
}
