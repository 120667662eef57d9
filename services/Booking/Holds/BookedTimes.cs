using System.Collections.Immutable;
using Conference.Booking.Availability;
using Conference.Booking.Bridges;

namespace Conference.Booking.Holds;

/// <summary>
/// Every booked site and port from some weeks ago to as far as a search may reach, laid out in steps. Older bookings are
/// in the store alone. What was looked at once does not change: a change makes a new picture that shares all it can.
/// </summary>
internal sealed class BookedTimes
{
    private readonly Lock _lock = new();
    private readonly Horizon _horizon;
    private readonly Dictionary<Guid, Taken> _conferences = [];
    private BookedPicture _picture;

    public BookedTimes(Horizon horizon, IReadOnlyCollection<SiteBooking> sites, IReadOnlyCollection<PortBooking> ports)
    {
        _horizon = horizon;
        var (sitesOf, portsOf) = (ByConference(sites, row => row.ConferenceId), ByConference(ports, row => row.ConferenceId));
        foreach (var conferenceId in sitesOf.Keys.Union(portsOf.Keys))
            _conferences.Add(conferenceId, new Taken(sitesOf.GetValueOrDefault(conferenceId) ?? [], portsOf.GetValueOrDefault(conferenceId) ?? []));
        _picture = new BookedPicture(
            sites.GroupBy(row => row.SiteId).ToImmutableDictionary(rows => rows.Key, rows => SiteTimes.Of(rows.Select(TimeOf), horizon.Grid, horizon.Evening), StringComparer.Ordinal),
            ports.GroupBy(row => row.BridgeId).ToImmutableDictionary(rows => rows.Key, rows => PortTimes.Of(rows.Select(row => new BookedPorts(row.ConferenceId, UseOf(row))), horizon.Grid), StringComparer.Ordinal));
    }

    private sealed record Taken(IReadOnlyCollection<SiteBooking> Sites, IReadOnlyCollection<PortBooking> Ports)
    {
        public static readonly Taken Nothing = new([], []);
    }

    public Horizon Horizon => _horizon;

    /// <summary>What a conference has now, in place of what it had.</summary>
    public void Put(Guid conferenceId, IReadOnlyCollection<SiteBooking> sites, IReadOnlyCollection<PortBooking> ports)
    {
        lock (_lock)
        {
            var (had, has) = (_conferences.GetValueOrDefault(conferenceId, Taken.Nothing), new Taken(sites, ports));
            _picture = Change(conferenceId, had, has);
            if (sites.Count + ports.Count > 0)
                _conferences[conferenceId] = has;
            else
                _conferences.Remove(conferenceId);
        }
    }

    public void Remove(Guid conferenceId)
    {
        lock (_lock)
        {
            if (_conferences.Remove(conferenceId, out var had))
                _picture = Change(conferenceId, had, Taken.Nothing);
        }
    }

    /// <summary>All that is booked, but for what one conference has.</summary>
    public BookedPicture Without(Guid? conferenceId)
    {
        lock (_lock)
            return conferenceId is { } id && _conferences.TryGetValue(id, out var had) ? Change(id, had, Taken.Nothing) : _picture;
    }

    private BookedPicture Change(Guid conferenceId, Taken had, Taken has)
    {
        var (sites, bridges) = (_picture.Sites.ToBuilder(), _picture.Bridges.ToBuilder());
        var (hadSites, hasSites) = (had.Sites.ToLookup(row => row.SiteId, TimeOf), has.Sites.ToLookup(row => row.SiteId, TimeOf));
        foreach (var site in hadSites.Concat(hasSites).Select(rows => rows.Key).Distinct())
            sites[site] = (sites.GetValueOrDefault(site) ?? _horizon.Empty).With(conferenceId, [.. hadSites[site]], [.. hasSites[site]]);
        var (hadPorts, hasPorts) = (had.Ports.ToLookup(row => row.BridgeId, UseOf), has.Ports.ToLookup(row => row.BridgeId, UseOf));
        foreach (var bridge in hadPorts.Concat(hasPorts).Select(rows => rows.Key).Distinct())
            bridges[bridge] = (bridges.GetValueOrDefault(bridge) ?? _horizon.Unused).With(conferenceId, [.. hadPorts[bridge]], [.. hasPorts[bridge]]);

        return new BookedPicture(sites.ToImmutable(), bridges.ToImmutable());
    }

    private static Dictionary<Guid, List<TRow>> ByConference<TRow>(IReadOnlyCollection<TRow> rows, Func<TRow, Guid> conferenceOf)
    {
        var byConference = new Dictionary<Guid, List<TRow>>();
        foreach (var row in rows)
        {
            if (!byConference.TryGetValue(conferenceOf(row), out var of))
                byConference.Add(conferenceOf(row), of = []);
            of.Add(row);
        }

        return byConference;
    }

    private static BookedTime TimeOf(SiteBooking row) => new(row.ConferenceId, row.Start, row.End);

    private static PortUse UseOf(PortBooking row) => new(row.FirstPort, row.LastPort, row.Start, row.End);
}

/// <summary>What is booked at one moment, by site and by bridge; one without bookings is left out.</summary>
internal sealed record BookedPicture(ImmutableDictionary<string, SiteTimes> Sites, ImmutableDictionary<string, PortTimes> Bridges);
