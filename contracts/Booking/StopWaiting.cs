namespace Conference.Contracts.Booking;

/// <summary>
/// The conference waits for a slot no longer. Sent by Requests; taken by Booking; nobody waits for an answer. A slot
/// that was held for it a moment before stays held.
/// </summary>
public sealed record StopWaiting
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision up to which it stops.</summary>
    public required int Revision { get; init; }
}
