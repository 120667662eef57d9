namespace Conference.Contracts.Booking;

/// <summary>
/// Hold several slots at once for a poll, in one transaction: those given, or the best of the window. Sent by Requests;
/// taken by Booking, which answers CandidatesHeld, or SlotUnavailable where fewer than two can be held. What the
/// conference held before is replaced, or kept where nothing is found. A second command of the same conference and
/// revision gets the same answer and changes nothing.
/// </summary>
public sealed record HoldCandidates
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision this belongs to.</summary>
    public required int Revision { get; init; }

    /// <summary>What each slot must satisfy; its start is left open.</summary>
    public required SlotCriteria Criteria { get; init; }

    /// <summary>Starts that were given, 2 to 10, none overlapping another; empty to search the window.</summary>
    public IReadOnlyList<DateTimeOffset> Starts { get; init; } = [];

    /// <summary>How many of the window are wanted where none was given, 2 to 10.</summary>
    public int Best { get; init; }

    /// <summary>Until when each is held unless the poll is decided; none outlasts its own start.</summary>
    public required DateTimeOffset HoldUntil { get; init; }
}
