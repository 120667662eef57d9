namespace Conference.Contracts.Booking;

/// <summary>
/// The poll is decided: keep this candidate as the conference's slot and give the others back, in one transaction. Sent
/// by Requests; taken by Booking, which answers SlotHeld, or SlotUnavailable where that candidate is no longer held;
/// then the others stay as they are.
/// </summary>
public sealed record TakeCandidate
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision that the slot gets.</summary>
    public required int Revision { get; init; }

    /// <summary>The revision under which the candidates are held.</summary>
    public required int PollRevision { get; init; }

    /// <summary>Start of the candidate.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>How long it stays held unless it is confirmed, from the moment it is taken; it never outlasts the start.</summary>
    public required TimeSpan HoldFor { get; init; }
}
