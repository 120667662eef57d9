namespace Conference.Contracts.Booking;

/// <summary>One possible slot.</summary>
public sealed record SlotSuggestion
{
    /// <summary>The slot as it would be held.</summary>
    public required BookedSlot Slot { get; init; }

    /// <summary>Rank in points, higher is better, comparable within one answer only.</summary>
    public required int Score { get; init; }

    /// <summary>Optional hospitals that are not free then.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Why it ranks here.</summary>
    public IReadOnlyList<Remark> Reasons { get; init; } = [];

    /// <summary>What to know before taking it.</summary>
    public IReadOnlyList<Remark> Warnings { get; init; } = [];
}
