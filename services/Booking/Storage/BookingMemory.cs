using Conference.Booking.Holds;
using Conference.Booking.Network;

namespace Conference.Booking.Storage;

/// <summary>
/// Booking's store in memory, where this process alone writes it (SQLite): a search then costs the same however much
/// is booked. With PostgreSQL others write too, and every search reads the store.
/// </summary>
internal sealed class BookingMemory
{
    public Kept<NetworkCopy> Network { get; } = new();

    public Kept<BookedTimes> Booked { get; } = new();

    /// <summary>Gives the sites and ports of a conference back, within the open transaction; its booking says why.</summary>
    public async Task FreeAsync(BookingStore store, Guid conferenceId, CancellationToken cancellationToken)
    {
        await store.ClearAsync(conferenceId, cancellationToken);
        store.AfterCommit(() => Booked.Change(booked => booked.Remove(conferenceId)));
    }
}
