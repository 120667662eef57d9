namespace Conference.Contracts.Booking;

/// <summary>A hold was not confirmed in time and is gone. Sent by Booking; taken by Requests.</summary>
public sealed record SlotHoldExpired
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision this belongs to.</summary>
    public required int Revision { get; init; }
}
