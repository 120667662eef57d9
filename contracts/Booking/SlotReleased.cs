namespace Conference.Contracts.Booking;

/// <summary>A slot is free again. Sent by Booking; taken by whoever waits for room.</summary>
public sealed record SlotReleased
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision this belongs to.</summary>
    public required int Revision { get; init; }

    /// <summary>The time that became free.</summary>
    public required TimeRange Time { get; init; }
}
