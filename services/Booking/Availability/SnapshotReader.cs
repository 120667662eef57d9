using Conference.Booking.Bridges;
using Conference.Booking.Network;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Microsoft.Extensions.Options;

namespace Conference.Booking.Availability;

/// <summary>Gathers what a search must know: from memory where it is kept current, or from the store what overlaps the window.</summary>
internal sealed class SnapshotReader(BookingStore store, BookingMemory memory, IOptions<BridgesOptions> bridges, SearchRules rules, TimeProvider clock)
{
    /// <summary>The network around the wish; the conference's own bookings are left out, for it may move onto them.</summary>
    public Task<NetworkSnapshot> ReadAsync(SlotCriteria criteria, Guid? conferenceId, CancellationToken cancellationToken)
    {
        var (from, to) = Reach(criteria);
        return ReadAsync(Wanted(criteria), from, to, conferenceId, cancellationToken);
    }

    /// <summary>The same, as the store has it at this moment: for who must not be told "nothing fits" by a memory that is a moment behind.</summary>
    public Task<NetworkSnapshot> ReadStoreAsync(SlotCriteria criteria, Guid? conferenceId, CancellationToken cancellationToken)
    {
        var (from, to) = Reach(criteria);
        return store.IsSqlite ? ReadAsync(Wanted(criteria), from, to, conferenceId, cancellationToken) : ReadRowsAsync(Wanted(criteria), from, to, conferenceId, cancellationToken);
    }

    /// <summary>
    /// The same network with what is booked by now in a slot's time, for who has the turn there, so that it stays so; null
    /// where a site of the slot is taken.
    /// </summary>
    public async Task<NetworkSnapshot?> ReadThereAsync(NetworkSnapshot network, BookedSlot slot, Guid conferenceId, CancellationToken cancellationToken)
    {
        if (store.IsSqlite)
            return network;
        var rows = new SnapshotRows(store, cancellationToken);
        var sites = await rows.OfSitesAsync([.. slot.Sites.Select(site => site.SiteId)], slot.Start, slot.End);
        if (sites.Exists(row => row.ConferenceId != conferenceId))
            return null;
        var ports = await PortsAsync(rows, [.. PortNeeds.Of(slot).Select(need => need.BridgeId)], slot.Start - rules.Setup, slot.End, conferenceId);
        return network with { Bridges = [.. network.Bridges.Select(bridge => bridge.With([.. ports[bridge.BridgeId]]))] };
    }

    /// <summary>Answers from memory what can be answered by yes. Memory may be a moment behind: it never says no.</summary>
    public Task<T> AnswerAsync<T>(SlotCriteria criteria, Guid? conferenceId, Func<NetworkSnapshot, T> answer, Predicate<T> isYes, CancellationToken cancellationToken)
    {
        var (from, to) = Reach(criteria);
        return AnswerAsync(Wanted(criteria), from, to, conferenceId, answer, isYes, cancellationToken);
    }

    /// <summary>As above, for what needs another time than a wish does.</summary>
    public async Task<T> AnswerAsync<T>(
        IReadOnlyCollection<(string HospitalId, string? SiteId)> wanted, DateTimeOffset from, DateTimeOffset to, Guid? conferenceId, Func<NetworkSnapshot, T> answer, Predicate<T> isYes, CancellationToken cancellationToken)
    {
        var found = answer(await ReadAsync(wanted, from, to, conferenceId, cancellationToken));
        // Nobody else writes SQLite's store: its memory is what it has at this moment.
        return store.IsSqlite || isYes(found) ? found : answer(await ReadRowsAsync(wanted, from, to, conferenceId, cancellationToken));
    }

    public async Task<NetworkSnapshot> ReadAsync(IReadOnlyCollection<(string HospitalId, string? SiteId)> wanted, DateTimeOffset from, DateTimeOffset to, Guid? conferenceId, CancellationToken cancellationToken) =>
        await memory.LookAsync(store, cancellationToken) is var (network, booked) && booked.Horizon.Covers(from, to)
            ? Look(wanted, network, booked, conferenceId)
            : await ReadRowsAsync(wanted, from, to, conferenceId, cancellationToken);

    private (DateTimeOffset From, DateTimeOffset To) Reach(SlotCriteria criteria)
    {
        var (from, to) = criteria.Start is { } start
            ? (start, start.AddMinutes(criteria.DurationMinutes))
            : (rules.Time.StartOf(criteria.Window!.From), rules.Time.StartOf(criteria.Window!.To.AddDays(1)));
        return (from - SearchRules.Around, to.AddDays(Relaxations.DaysBeyond) + SearchRules.Around);
    }

    private static List<(string HospitalId, string? SiteId)> Wanted(SlotCriteria criteria)
    {
        var wanted = new List<(string, string?)>(criteria.Participants.Count);
        foreach (var participant in criteria.Participants)
            wanted.Add((participant.HospitalId, participant.SiteId));
        return wanted;
    }

    private NetworkSnapshot Look(IReadOnlyCollection<(string HospitalId, string? SiteId)> wanted, NetworkCopy network, Holds.BookedTimes booked, Guid? conferenceId)
    {
        var (picture, horizon) = (booked.Without(conferenceId), booked.Horizon);
        var sites = new Dictionary<string, SiteFacts>(wanted.Count, StringComparer.Ordinal);
        foreach (var (hospitalId, wish) in wanted)
        {
            if (network.Hospitals.GetValueOrDefault(hospitalId)?.SiteFor(wish)?.SiteId is { } site)
                sites[site] = Facts(site, network) with { Times = picture.Sites.GetValueOrDefault(site) ?? horizon.Empty, Closed = network.ClosedOf(site, horizon) };
        }

        return new NetworkSnapshot
        {
            Now = clock.GetUtcNow(),
            Hospitals = network.Hospitals,
            Sites = sites,
            RestDays = network.RestDays,
            Bridges = [.. bridges.Value.Effective.Select(bridge => bridge.With(picture.Bridges.GetValueOrDefault(bridge.Id) ?? horizon.Unused))],
            Days = horizon.Days,
        };
    }

    private async Task<NetworkSnapshot> ReadRowsAsync(IReadOnlyCollection<(string HospitalId, string? SiteId)> wanted, DateTimeOffset from, DateTimeOffset to, Guid? conferenceId, CancellationToken cancellationToken)
    {
        var rows = new SnapshotRows(store, cancellationToken);
        var network = await rows.NetworkAsync([.. wanted.Select(hospital => hospital.HospitalId).Distinct()]);
        var sites = wanted.Select(one => network.Hospitals.GetValueOrDefault(one.HospitalId)?.SiteFor(one.SiteId)?.SiteId).OfType<string>().Distinct().ToArray();
        var booked = (await rows.OfSitesAsync(sites, from, to)).Where(row => row.ConferenceId != conferenceId)
            .ToLookup(row => row.SiteId, row => new TimeRange { Start = row.Start, End = row.End });
        var ports = await PortsAsync(rows, [.. bridges.Value.Effective.Select(bridge => bridge.Id)], from, to, conferenceId);
        return new NetworkSnapshot
        {
            Now = clock.GetUtcNow(),
            Hospitals = network.Hospitals,
            Sites = sites.ToDictionary(site => site, site => Facts(site, network) with { Booked = [.. booked[site].OrderBy(time => time.Start)] }),
            RestDays = network.RestDays,
            Bridges = [.. bridges.Value.Effective.Select(bridge => bridge.With([.. ports[bridge.Id]]))],
        };
    }

    private static async Task<ILookup<string, PortUse>> PortsAsync(SnapshotRows rows, string[] bridgeIds, DateTimeOffset from, DateTimeOffset to, Guid? conferenceId) =>
        (await rows.OfBridgesAsync(bridgeIds, from, to)).Where(row => row.ConferenceId != conferenceId)
            .ToLookup(row => row.BridgeId, row => new PortUse(row.FirstPort, row.LastPort, row.Start, row.End));

    private static SiteFacts Facts(string site, NetworkCopy network) => new()
    {
        Closures = network.Closures.GetValueOrDefault(site),
        TestedUntil = network.Tests.GetValueOrDefault(site)?.ValidUntil,
    };
}
