namespace Conference.Contracts.Booking;

/// <summary>A smaller wish that can be granted: checked, not guessed.</summary>
public sealed record Relaxation
{
    /// <summary>What to give up: drop an optional hospital, shorten by 15 minutes, widen by two days.</summary>
    public required Remark Change { get; init; }

    /// <summary>The start that then becomes possible.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>The duration it has then.</summary>
    public required int DurationMinutes { get; init; }

    /// <summary>The required hospitals that have to become optional for it; empty for every other change.</summary>
    public IReadOnlyList<string> MakeOptional { get; init; } = [];
}
