namespace Conference.Contracts.Booking;

/// <summary>
/// Would the conference fit at this time, its present bookings left out? Sent by Invitations for a time that a hospital
/// proposed; taken by Booking, which answers SlotChecked and changes nothing.
/// </summary>
public sealed record CheckSlot
{
    /// <summary>Whatever the answer is to be known by.</summary>
    public required Guid CheckId { get; init; }

    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>The time, as a fixed start, and the hospitals.</summary>
    public required SlotCriteria Criteria { get; init; }
}
