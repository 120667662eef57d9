namespace Conference.Contracts.Requests;

/// <summary>Answer of <c>GET /api/series/{id}</c>.</summary>
public sealed record SeriesView
{
    /// <summary>The series.</summary>
    public required Guid SeriesId { get; init; }

    /// <summary>Number for people: that of its first conference.</summary>
    public required string Number { get; init; }

    /// <summary><c>Gathering</c> while nobody is invited before all are held, <c>Running</c>, <c>Failed</c> where not all could be, <c>Ended</c>.</summary>
    public required string State { get; init; }

    /// <summary>What was asked for, as changed for all; its start is that of the first occurrence.</summary>
    public required ConferenceRequest Request { get; init; }

    /// <summary>The rule.</summary>
    public required SeriesRecurrence Recurrence { get; init; }

    /// <summary>All or what fits.</summary>
    public required SeriesCommit Commit { get; init; }

    /// <summary>Who asked.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>In the order of the rule.</summary>
    public required IReadOnlyList<OccurrenceView> Occurrences { get; init; }

    /// <summary>What was done to it, the oldest first.</summary>
    public IReadOnlyList<SeriesChange> Changes { get; init; } = [];
}
