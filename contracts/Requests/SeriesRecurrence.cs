namespace Conference.Contracts.Requests;

/// <summary>The rule of a series as it was asked for.</summary>
public sealed record SeriesRecurrence
{
    /// <summary>From when on, by the clock on the wall of the network's zone: <c>2026-12-08T17:30:00</c>.</summary>
    public required DateTime Start { get; init; }

    /// <summary>RRULE (RFC 5545 section 3.3.10).</summary>
    public required string Rrule { get; init; }

    /// <summary><c>skip</c>, <c>shift_before</c>, <c>shift_after</c> or <c>keep</c>.</summary>
    public required string Holidays { get; init; }

    /// <summary>Days that are left out.</summary>
    public IReadOnlyList<DateOnly> Except { get; init; } = [];

    /// <summary>Times beside the rule, as <see cref="Start"/>.</summary>
    public IReadOnlyList<DateTime> Extra { get; init; } = [];

    /// <summary>What has been moved since, the oldest first; the rule itself stays, for by it occurrences are known.</summary>
    public IReadOnlyList<SeriesMove> Moves { get; init; } = [];

    /// <summary>The rule in words, as moved since.</summary>
    public required Remark InWords { get; init; }
}
