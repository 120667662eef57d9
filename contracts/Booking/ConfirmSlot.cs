namespace Conference.Contracts.Booking;

/// <summary>
/// Make the hold final, whatever else was asked for up to <see cref="Attempt"/>. Sent by Requests; taken by Booking, which
/// answers SlotConfirmed, or SlotUnavailable where the hold has gone.
/// </summary>
public sealed record ConfirmSlot
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Scheduling revision this belongs to.</summary>
    public required int Revision { get; init; }

    /// <summary>
    /// The last revision given out, at least <see cref="Revision"/>: a slot that was asked for under one up to it, and comes
    /// later, is wanted no more. 0: none but this one.
    /// </summary>
    public int Attempt { get; init; }
}
