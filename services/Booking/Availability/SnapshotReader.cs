using Conference.Booking.Bridges;
using Conference.Booking.Network;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Booking.Availability;

/// <summary>Reads from the store what a search must know, and no more than overlaps its window.</summary>
internal sealed class SnapshotReader(BookingStore store, IOptions<BridgesOptions> bridges, SearchRules rules, TimeProvider clock)
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
        var ids = wanted.Select(hospital => hospital.HospitalId).Distinct().ToArray();
        var hospitals = await store.Hospitals.AsNoTracking().Where(hospital => ids.Contains(hospital.HospitalId)).ToDictionaryAsync(hospital => hospital.HospitalId, cancellationToken);
        var sites = wanted
            .Select(one => hospitals.GetValueOrDefault(one.HospitalId)?.SiteFor(one.SiteId)?.SiteId)
            .OfType<string>().Distinct().ToArray();
        var holidays = await store.Holidays.AsNoTracking().FirstOrDefaultAsync(holidays => holidays.Id == KnownHolidays.TheOne, cancellationToken);
        return new NetworkSnapshot
        {
            Now = clock.GetUtcNow(),
            Hospitals = hospitals,
            Sites = await ReadSitesAsync(sites, from, to, conferenceId, cancellationToken),
            RestDays = new RestDays(holidays?.Holidays ?? []),
            Bridges = await ReadBridgesAsync(from, to, conferenceId, cancellationToken),
        };
    }

    private async Task<Dictionary<string, SiteFacts>> ReadSitesAsync(string[] sites, DateTimeOffset from, DateTimeOffset to, Guid? conferenceId, CancellationToken cancellationToken)
    {
        var closures = await store.Closures.AsNoTracking().Where(closures => sites.Contains(closures.SiteId)).ToDictionaryAsync(closures => closures.SiteId, cancellationToken);
        var tests = await store.Tests.AsNoTracking().Where(test => sites.Contains(test.SiteId)).ToDictionaryAsync(test => test.SiteId, cancellationToken);
        var earliest = from - OverlapGuards.Longest;
        var booked = (await store.SiteBookings
            .Where(booking => sites.Contains(booking.SiteId) && booking.Start > earliest && booking.Start < to && booking.End > from && booking.ConferenceId != conferenceId)
            .Select(booking => new { booking.SiteId, booking.Start, booking.End })
            .ToListAsync(cancellationToken)).ToLookup(booking => booking.SiteId, booking => new TimeRange { Start = booking.Start, End = booking.End });
        return sites.ToDictionary(site => site, site => new SiteFacts
        {
            Booked = [.. booked[site].OrderBy(booking => booking.Start)],
            Closures = closures.GetValueOrDefault(site),
            TestedUntil = tests.GetValueOrDefault(site)?.ValidUntil,
        });
    }

    private async Task<IReadOnlyList<BridgeUse>> ReadBridgesAsync(DateTimeOffset from, DateTimeOffset to, Guid? conferenceId, CancellationToken cancellationToken)
    {
        var earliest = from - OverlapGuards.Longest;
        var ids = bridges.Value.Effective.Select(bridge => bridge.Id).ToArray();
        var used = (await store.PortBookings
            .Where(ports => ids.Contains(ports.BridgeId) && ports.Start > earliest && ports.Start < to && ports.End > from && ports.ConferenceId != conferenceId)
            .Select(ports => new { ports.BridgeId, ports.FirstPort, ports.LastPort, ports.Start, ports.End })
            .ToListAsync(cancellationToken)).ToLookup(ports => ports.BridgeId, ports => new PortUse(ports.FirstPort, ports.LastPort, ports.Start, ports.End));
        return [.. bridges.Value.Effective.Select(bridge => new BridgeUse(bridge.Id, bridge.Ports, [.. used[bridge.Id]]))];
    }
}
