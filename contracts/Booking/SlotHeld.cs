namespace Conference.Contracts.Booking;

/// <summary>A slot is held. Sent by Booking; taken by Requests.</summary>
public sealed record SlotHeld
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision this belongs to.</summary>
    public required int Revision { get; init; }

    /// <summary>The slot.</summary>
    public required BookedSlot Slot { get; init; }

    /// <summary>Optional hospitals that could not be reserved at this time.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Why this slot.</summary>
    public IReadOnlyList<Remark> Reasons { get; init; } = [];

    /// <summary>What the coordinator should know, for example an expired connection test.</summary>
    public IReadOnlyList<Remark> Warnings { get; init; } = [];
}
