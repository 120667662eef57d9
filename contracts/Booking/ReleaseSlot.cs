namespace Conference.Contracts.Booking;

/// <summary>
/// Give the conference's slot back, whatever its revision up to the one named. Sent by Requests; taken by Booking;
/// nobody waits for an answer.
/// </summary>
public sealed record ReleaseSlot
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision this belongs to.</summary>
    public required int Revision { get; init; }
}
