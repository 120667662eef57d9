using Conference.Booking.Availability;
using Conference.Booking.Bridges;
using Conference.Booking.Holds;
using Conference.Booking.Network;
using Microsoft.EntityFrameworkCore;

namespace Conference.Booking.Storage;

/// <summary>
/// Booking's store in memory, laid out for the finder: a search then costs the same however much is booked. With SQLite
/// this process alone writes the store. With PostgreSQL others write too: memory is used while <see cref="StoreListener"/>
/// hears of every change, and the store itself is read before anybody is told that nothing fits.
/// </summary>
internal sealed class BookingMemory(SearchRules rules, TimeProvider clock)
{
    private volatile bool _listening;

    public Kept<NetworkCopy> Network { get; } = new();

    public Kept<BookedTimes> Booked { get; } = new();

    /// <summary>What is kept; null where it is not kept, or not yet.</summary>
    public async ValueTask<(NetworkCopy Network, BookedTimes Booked)?> LookAsync(BookingStore store, CancellationToken cancellationToken)
    {
        if (Booked.Value?.Horizon.IsOf(clock.GetUtcNow()) == false)
            Booked.Forget();
        // With PostgreSQL nobody but the listener reads for memory: a transaction would see what it has not committed.
        return store.IsSqlite ? await ReadAsync(store, cancellationToken)
            : _listening && Network.Value is { } network && Booked.Value is { } booked ? (network, booked)
            : null;
    }

    public async Task<(NetworkCopy Network, BookedTimes Booked)> ReadAsync(BookingStore store, CancellationToken cancellationToken)
    {
        var rows = new SnapshotRows(store, cancellationToken);
        var network = await Network.GetAsync(rows.NetworkAsync);
        return (network, await Booked.GetAsync(() => rows.BookedAsync(new Horizon(clock.GetUtcNow(), rules.Evening), network)));
    }

    /// <summary>From now on every change is told.</summary>
    public void Trust() => _listening = true;

    /// <summary>Changes may go unheard: the store is read until they are told again.</summary>
    public void Mistrust()
    {
        _listening = false;
        Network.Forget();
        Booked.Forget();
    }

    /// <summary>The store has refused what memory held to be free. With PostgreSQL that is told of anyway.</summary>
    public void Doubt(BookingStore store)
    {
        if (store.IsSqlite)
            Booked.Forget();
    }

    /// <summary>Gives the sites and ports of a conference back, within the open transaction; its booking says why.</summary>
    public async Task FreeAsync(BookingStore store, Guid conferenceId, CancellationToken cancellationToken)
    {
        await store.ClearAsync(conferenceId, cancellationToken);
        AfterCommit(store, booked => booked.Remove(conferenceId));
    }

    /// <summary>What a conference has after some of it was given back within the open transaction, in place of what it had.</summary>
    public async Task ReadAgainAsync(BookingStore store, Guid conferenceId, CancellationToken cancellationToken)
    {
        if (!store.IsSqlite)
            return;
        var sites = await store.SiteBookings.AsNoTracking().Where(site => site.ConferenceId == conferenceId).ToListAsync(cancellationToken);
        var ports = await store.PortBookings.AsNoTracking().Where(port => port.ConferenceId == conferenceId).ToListAsync(cancellationToken);
        Put(store, conferenceId, sites, ports);
    }

    /// <summary>What a conference has once the open transaction is committed.</summary>
    public void Put(BookingStore store, Guid conferenceId, IReadOnlyList<SiteBooking> sites, IReadOnlyList<PortBooking> ports) =>
        AfterCommit(store, booked => booked.Put(conferenceId, sites, ports));

    // With PostgreSQL it is told of, as everybody's changes are: done here it could undo what another has done since.
    private void AfterCommit(BookingStore store, Action<BookedTimes> change)
    {
        if (store.IsSqlite)
            store.AfterCommit(() => Booked.Change(change));
    }
}
