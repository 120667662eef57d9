namespace Conference.Contracts.Booking;

/// <summary>
/// No slot satisfies the criteria. Sent by Booking; taken by Requests. A slot the conference had before is kept.
/// </summary>
public sealed record SlotUnavailable
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision this belongs to.</summary>
    public required int Revision { get; init; }

    /// <summary>Why, and what would help.</summary>
    public required SlotExplanation Explanation { get; init; }

    /// <summary>Whether it waits for a slot now: a SlotHeld of this revision may follow, or have come already.</summary>
    public bool Waiting { get; init; }

    /// <summary>Revision of the slot, or of the candidates, that it has in spite of this; null when it has none.</summary>
    public int? KeptRevision { get; init; }
}
