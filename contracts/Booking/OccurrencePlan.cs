namespace Conference.Contracts.Booking;

/// <summary>One occurrence of a series as it would be placed now.</summary>
public sealed record OccurrencePlan
{
    /// <summary>The time that the rule gives: by it the occurrence is known (RECURRENCE-ID).</summary>
    public required DateTimeOffset OriginalStart { get; init; }

    /// <summary>What came of it.</summary>
    public required OccurrenceVerdict Verdict { get; init; }

    /// <summary>The start that was tried; it differs from the original where the holiday rule moved it. Null where it is left out.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Why it was moved or left out; null where it was not.</summary>
    public Remark? Note { get; init; }

    /// <summary>Optional hospitals that are not free then.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>What to know before taking it.</summary>
    public IReadOnlyList<Remark> Warnings { get; init; } = [];

    /// <summary>Why it does not fit, with the alternatives (<see cref="SlotExplanation.Relaxations"/>), each checked; null where it fits.</summary>
    public SlotExplanation? Explanation { get; init; }
}
