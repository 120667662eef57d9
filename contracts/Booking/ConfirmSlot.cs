namespace Conference.Contracts.Booking;

/// <summary>
/// Make the hold final. Sent by Requests; taken by Booking, which answers SlotConfirmed, or SlotUnavailable where
/// the hold has gone.
/// </summary>
public sealed record ConfirmSlot
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision this belongs to.</summary>
    public required int Revision { get; init; }
}
