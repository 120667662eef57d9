namespace Conference.Contracts.Booking;

/// <summary>The slot is final. Sent by Booking; taken by Requests.</summary>
public sealed record SlotConfirmed
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision this belongs to.</summary>
    public required int Revision { get; init; }
}
