using Conference.Booking.Bridges;
using Conference.Booking.Holds;
using Conference.Booking.Network;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Microsoft.Extensions.Options;

namespace Conference.Booking.Availability;

/// <summary>Gathers what a search must know: from the memory of the store, or from the store what overlaps the window.</summary>
internal sealed class SnapshotReader(BookingStore store, BookingMemory memory, IOptions<BridgesOptions> bridges, SearchRules rules, TimeProvider clock)
{
    /// <summary>The network around the wish; the conference's own bookings are left out, for it may move onto them.</summary>
    public Task<NetworkSnapshot> ReadAsync(SlotCriteria criteria, Guid? conferenceId, CancellationToken cancellationToken)
    {
        var (from, to) = criteria.Start is { } start
            ? (start, start.AddMinutes(criteria.DurationMinutes))
            : (rules.Time.StartOf(criteria.Window!.From), rules.Time.StartOf(criteria.Window!.To.AddDays(1)));
        var hospitals = criteria.Participants.Select(participant => (participant.HospitalId, participant.SiteId)).ToList();
        // A day before: another time of the same day may be offered instead.
        return ReadAsync(hospitals, from.AddDays(-1), to.AddDays(Relaxations.DaysBeyond + 1), conferenceId, cancellationToken);
    }

    public async Task<NetworkSnapshot> ReadAsync(IReadOnlyCollection<(string HospitalId, string? SiteId)> wanted, DateTimeOffset from, DateTimeOffset to, Guid? conferenceId, CancellationToken cancellationToken)
    {
        var rows = new SnapshotRows(store, cancellationToken);
        var ids = wanted.Select(hospital => hospital.HospitalId).Distinct().ToArray();
        var network = store.IsSqlite ? await memory.Network.GetAsync(rows.NetworkAsync) : await rows.NetworkAsync(ids);
        var hospitals = ids.Where(network.Hospitals.ContainsKey).ToDictionary(id => id, id => network.Hospitals[id]);
        var sites = wanted
            .Select(one => hospitals.GetValueOrDefault(one.HospitalId)?.SiteFor(one.SiteId)?.SiteId)
            .OfType<string>().Distinct().ToArray();
        var bridgeIds = bridges.Value.Effective.Select(bridge => bridge.Id).ToArray();
        var booked = store.IsSqlite ? await memory.Booked.GetAsync(rows.BookedAsync) : null;
        var siteRows = booked?.OfSites(sites, from, to) ?? await rows.OfSitesAsync(sites, from, to);
        var portRows = booked?.OfBridges(bridgeIds, from, to) ?? await rows.OfBridgesAsync(bridgeIds, from, to);
        return new NetworkSnapshot
        {
            Now = clock.GetUtcNow(),
            Hospitals = hospitals,
            Sites = Facts(sites, network, siteRows.Where(row => row.ConferenceId != conferenceId)),
            RestDays = network.RestDays,
            Bridges = Uses(portRows.Where(row => row.ConferenceId != conferenceId)),
        };
    }

    private static Dictionary<string, SiteFacts> Facts(string[] sites, NetworkCopy network, IEnumerable<SiteBooking> rows)
    {
        var booked = rows.ToLookup(row => row.SiteId, row => new TimeRange { Start = row.Start, End = row.End });
        return sites.ToDictionary(site => site, site => new SiteFacts
        {
            Booked = [.. booked[site].OrderBy(booking => booking.Start)],
            Closures = network.Closures.GetValueOrDefault(site),
            TestedUntil = network.Tests.GetValueOrDefault(site)?.ValidUntil,
        });
    }

    private List<BridgeUse> Uses(IEnumerable<PortBooking> rows)
    {
        var used = rows.ToLookup(row => row.BridgeId, row => new PortUse(row.FirstPort, row.LastPort, row.Start, row.End));
        return [.. bridges.Value.Effective.Select(bridge => new BridgeUse(bridge.Id, bridge.Ports, [.. used[bridge.Id]]))];
    }
}
