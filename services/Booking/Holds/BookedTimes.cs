using Conference.Booking.Bridges;

namespace Conference.Booking.Holds;

/// <summary>Every booked site and port, found by site and by day however many there are.</summary>
internal sealed class BookedTimes
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, (IReadOnlyCollection<SiteBooking> Sites, IReadOnlyCollection<PortBooking> Ports)> _conferences = [];
    private readonly Dictionary<string, List<SiteBooking>> _sites = new(StringComparer.Ordinal);
    private readonly Dictionary<(string BridgeId, long Day), List<PortBooking>> _ports = [];

    public BookedTimes(IReadOnlyCollection<SiteBooking> sites, IReadOnlyCollection<PortBooking> ports)
    {
        var (sitesOf, portsOf) = (sites.ToLookup(row => row.ConferenceId), ports.ToLookup(row => row.ConferenceId));
        foreach (var conferenceId in sitesOf.Select(rows => rows.Key).Union(portsOf.Select(rows => rows.Key)))
            Put(conferenceId, [.. sitesOf[conferenceId]], [.. portsOf[conferenceId]]);
    }

    /// <summary>What a conference has now, in place of what it had.</summary>
    public void Put(Guid conferenceId, IReadOnlyCollection<SiteBooking> sites, IReadOnlyCollection<PortBooking> ports)
    {
        lock (_lock)
        {
            Remove(conferenceId);
            _conferences.Add(conferenceId, (sites, ports));
            foreach (var row in sites)
                Bucket(_sites, row.SiteId).Add(row);
            foreach (var row in ports)
                Bucket(_ports, (row.BridgeId, DayOf(row.Start))).Add(row);
        }
    }

    public void Remove(Guid conferenceId)
    {
        lock (_lock)
        {
            if (!_conferences.Remove(conferenceId, out var had))
                return;
            foreach (var row in had.Sites)
                _sites[row.SiteId].RemoveAll(other => other.ConferenceId == conferenceId);
            foreach (var row in had.Ports)
                _ports[(row.BridgeId, DayOf(row.Start))].RemoveAll(other => other.ConferenceId == conferenceId);
        }
    }

    public List<SiteBooking> OfSites(IEnumerable<string> siteIds, DateTimeOffset from, DateTimeOffset to)
    {
        lock (_lock)
            return [.. siteIds.SelectMany(site => _sites.GetValueOrDefault(site, [])).Where(row => row.Start < to && row.End > from)];
    }

    public List<PortBooking> OfBridges(IEnumerable<string> bridgeIds, DateTimeOffset from, DateTimeOffset to)
    {
        lock (_lock)
        {
            // No booking is longer than a day.
            var days = Enumerable.Range(-1, (int)(DayOf(to) - DayOf(from)) + 2).Select(day => DayOf(from) + day);
            return [.. bridgeIds.SelectMany(bridge => days.SelectMany(day => _ports.GetValueOrDefault((bridge, day), []))).Where(row => row.Start < to && row.End > from)];
        }
    }

    private static long DayOf(DateTimeOffset instant) => instant.UtcTicks / TimeSpan.TicksPerDay;

    private static List<TRow> Bucket<TKey, TRow>(Dictionary<TKey, List<TRow>> buckets, TKey key) where TKey : notnull
    {
        if (!buckets.TryGetValue(key, out var bucket))
            buckets.Add(key, bucket = []);
        return bucket;
    }
}
