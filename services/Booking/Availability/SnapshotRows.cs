using Conference.Booking.Bridges;
using Conference.Booking.Holds;
using Conference.Booking.Network;
using Conference.Booking.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Booking.Availability;

/// <summary>Reads the store for a search: all of it, to be kept, or no more than the search needs.</summary>
internal sealed class SnapshotRows(BookingStore store, CancellationToken cancellationToken)
{
    public async Task<NetworkCopy> NetworkAsync()
    {
        var hospitals = await store.Hospitals.AsNoTracking().ToListAsync(cancellationToken);
        return await NetworkAsync(hospitals, store.Closures, store.Tests);
    }

    public async Task<NetworkCopy> NetworkAsync(string[] hospitalIds)
    {
        var hospitals = await store.Hospitals.AsNoTracking().Where(hospital => hospitalIds.Contains(hospital.HospitalId)).ToListAsync(cancellationToken);
        var sites = hospitals.SelectMany(hospital => hospital.Sites).Select(site => site.SiteId).ToArray();
        return await NetworkAsync(
            hospitals, store.Closures.Where(closures => sites.Contains(closures.SiteId)), store.Tests.Where(test => sites.Contains(test.SiteId)));
    }

    /// <summary>Every booking that reaches into the horizon. By site and bridge, so that an index finds them among those of many years.</summary>
    public async Task<BookedTimes> BookedAsync(Horizon horizon, NetworkCopy network)
    {
        var sites = network.Hospitals.Values.SelectMany(hospital => hospital.Sites).Select(site => site.SiteId).Distinct().ToArray();
        var bridges = await store.PortBookings.Select(row => row.BridgeId).Distinct().ToArrayAsync(cancellationToken);
        return new BookedTimes(horizon, await OfSitesAsync(sites, horizon.Grid.From, horizon.Grid.To), await OfBridgesAsync(bridges, horizon.Grid.From, horizon.Grid.To));
    }

    /// <summary>What these conferences have now.</summary>
    public async Task<(ILookup<Guid, SiteBooking> Sites, ILookup<Guid, PortBooking> Ports)> OfConferencesAsync(Guid[] conferences) => (
        (await store.SiteBookings.AsNoTracking().Where(row => conferences.Contains(row.ConferenceId)).ToListAsync(cancellationToken)).ToLookup(row => row.ConferenceId),
        (await store.PortBookings.AsNoTracking().Where(row => conferences.Contains(row.ConferenceId)).ToListAsync(cancellationToken)).ToLookup(row => row.ConferenceId));

    public Task<List<SiteBooking>> OfSitesAsync(string[] sites, DateTimeOffset from, DateTimeOffset to)
    {
        var earliest = from - OverlapGuards.Longest;
        return store.SiteBookings.AsNoTracking()
            .Where(row => sites.Contains(row.SiteId) && row.Start > earliest && row.Start < to && row.End > from)
            .ToListAsync(cancellationToken);
    }

    public Task<List<PortBooking>> OfBridgesAsync(string[] bridges, DateTimeOffset from, DateTimeOffset to)
    {
        var earliest = from - OverlapGuards.Longest;
        return store.PortBookings.AsNoTracking()
            .Where(row => bridges.Contains(row.BridgeId) && row.Start > earliest && row.Start < to && row.End > from)
            .ToListAsync(cancellationToken);
    }

    private async Task<NetworkCopy> NetworkAsync(List<KnownHospital> hospitals, IQueryable<KnownClosures> closures, IQueryable<KnownTest> tests)
    {
        var holidays = await store.Holidays.AsNoTracking().FirstOrDefaultAsync(holidays => holidays.Id == KnownHolidays.TheOne, cancellationToken);
        return new NetworkCopy
        {
            Hospitals = hospitals.ToDictionary(hospital => hospital.HospitalId),
            Closures = await closures.AsNoTracking().ToDictionaryAsync(closures => closures.SiteId, cancellationToken),
            Tests = await tests.AsNoTracking().ToDictionaryAsync(test => test.SiteId, cancellationToken),
            RestDays = new RestDays(holidays?.Holidays ?? []),
        };
    }
}
