namespace Conference.Contracts.Booking;

/// <summary>Whether a time would do. Sent by Booking; taken by Invitations. Nothing is held by it.</summary>
public sealed record SlotChecked
{
    /// <summary>From the question.</summary>
    public required Guid CheckId { get; init; }

    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Whether all required sites and enough ports are free.</summary>
    public required bool Possible { get; init; }

    /// <summary>What speaks for it, or stands in its way.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];
}
