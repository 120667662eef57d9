using Conference.Contracts.Requests;

namespace Conference.Contracts.Booking;

/// <summary>
/// Find the best slot and hold it. Sent by Requests; taken by Booking, which answers SlotHeld or SlotUnavailable.
/// Where the conference already has a slot, the new one replaces it in one transaction; where none is found, the
/// old one stays. A second command of the same conference and revision gets the same answer and changes nothing.
/// </summary>
public sealed record HoldSlot
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision this belongs to.</summary>
    public required int Revision { get; init; }

    /// <summary>What the slot must satisfy.</summary>
    public required SlotCriteria Criteria { get; init; }

    /// <summary>
    /// How long the hold lasts unless it is confirmed, from the moment it is taken; it never outlasts the start.
    /// </summary>
    public required TimeSpan HoldFor { get; init; }

    /// <summary>Its class. Default normal.</summary>
    public PriorityClass Priority { get; init; } = PriorityClass.Normal;

    /// <summary>
    /// How it waits where no slot is found: SlotUnavailable says that it does, and a SlotHeld of the same revision
    /// follows as soon as a slot is given back. Null not to wait.
    /// </summary>
    public WaitingTerms? Wait { get; init; }
}
