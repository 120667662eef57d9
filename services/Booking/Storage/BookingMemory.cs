using Conference.Booking.Holds;
using Conference.Booking.Network;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>What a conference has after some of it was given back within the open transaction, in place of what it had.</summary>
    public async Task ReadAgainAsync(BookingStore store, Guid conferenceId, CancellationToken cancellationToken)
    {
        var sites = await store.SiteBookings.AsNoTracking().Where(site => site.ConferenceId == conferenceId).ToListAsync(cancellationToken);
        var ports = await store.PortBookings.AsNoTracking().Where(port => port.ConferenceId == conferenceId).ToListAsync(cancellationToken);
        store.AfterCommit(() => Booked.Change(booked => booked.Put(conferenceId, sites, ports)));
    }
}
