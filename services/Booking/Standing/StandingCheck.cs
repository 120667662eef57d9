using Conference.Booking.Availability;
using Conference.Booking.Bridges;
using Conference.Booking.Holds;
using Conference.Booking.Network;
using Conference.Booking.Polls;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Platform.Messaging;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Booking.Standing;

/// <summary>
/// Whether a booked slot could still be had: the finder is asked for the very same, the booking itself left out. What
/// has come between is told once a revision and hospital; that it has gone again is told too. A poll's candidate that
/// could not be had any more is given back, so that nobody decides on it.
/// </summary>
internal sealed class StandingCheck(
    BookingStore store, SnapshotReader snapshots, SlotFinder finder, CandidateReturn candidates, SearchRules rules, IOptions<BridgesOptions> bridges, IOptions<BookingOptions> options, TimeProvider clock)
{
    public Task CheckAsync(Guid conferenceId, CancellationToken cancellationToken) => store.InTransactionAsync(
        async () =>
        {
            await store.OneAtATimeAsync($"standing {conferenceId}", cancellationToken);
            var booking = await store.Bookings.FindAsync([conferenceId], cancellationToken);
            if (booking is { State: BookingState.Polling })
                await CheckCandidatesAsync(booking, cancellationToken);
            else if (booking is { HasSlot: true } && booking.Start > clock.GetUtcNow() && await SlotOfAsync(booking, cancellationToken) is { } slot)
                await CompareAsync(booking, await TroubleOfAsync(conferenceId, slot, candidate: 0, cancellationToken), cancellationToken);
        },
        cancellationToken);

    private async Task CheckCandidatesAsync(ConferenceBooking booking, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var candidate in await store.Candidates.Where(one => one.ConferenceId == booking.ConferenceId && one.Start > now).OrderBy(one => one.Number).ToListAsync(cancellationToken))
        {
            if (await TroubleOfAsync(booking.ConferenceId, candidate.Found.Slot, candidate.Number, cancellationToken) is { Required: true, Explanation: var explanation })
                await candidates.GiveBackAsync(booking, candidate, Wording.FirstOf(explanation), cancellationToken);
        }
    }

    private async Task CompareAsync(ConferenceBooking booking, Trouble? trouble, CancellationToken cancellationToken)
    {
        var reported = await store.Disruptions
            .Where(known => known.ConferenceId == booking.ConferenceId && known.Revision == booking.Revision && known.Key != ReportedDisruption.Outranked)
            .ToListAsync(cancellationToken);
        var keys = trouble?.Keys ?? [];
        store.RemoveRange(reported.Where(known => !keys.Contains(known.Key)));
        var news = keys.Where(key => reported.TrueForAll(known => known.Key != key)).ToList();
        store.AddRange(news.Select(key => new ReportedDisruption { ConferenceId = booking.ConferenceId, Revision = booking.Revision, Key = key, At = clock.GetUtcNow() }));
        if (trouble is not null && news.Count > 0)
            await store.PublishAsync(Message(booking, trouble), cancellationToken);
        else if (trouble is null && reported.Count > 0)
            await store.PublishAsync(new SlotStandsAgain { ConferenceId = booking.ConferenceId, Revision = booking.Revision, Order = booking.NextOrder() }, cancellationToken);
    }

    private async Task<Trouble?> TroubleOfAsync(Guid conferenceId, BookedSlot slot, int candidate, CancellationToken cancellationToken)
    {
        var same = new SlotCriteria
        {
            // A test that has run out since does not undo what was booked: as for a test itself, none is asked for.
            Kind = ConferenceKind.ConnectionTest,
            DurationMinutes = (int)(slot.End - slot.Start).TotalMinutes,
            Start = slot.Start,
            Participants = [.. slot.Sites.Select(site => new SlotParticipant { HospitalId = site.HospitalId, SiteId = site.SiteId, Required = site.Required })],
            // Requests asks for the host's site first.
            HostHospitalId = slot.Sites[0].HospitalId,
        };
        var network = await snapshots.ReadStoreAsync(same, conferenceId, cancellationToken);
        var found = finder.Find(same, network, limit: 1);
        var ports = await store.PortBookings.AsNoTracking().Where(row => row.ConferenceId == conferenceId && row.Candidate == candidate).ToListAsync(cancellationToken);
        var portsGone = ports.Exists(IsGone);
        return found switch
        {
            { Suggestions: [] } => new Trouble(Required: true, found.Explanation!.BlockingHospitals, portsGone || found.Explanation.BlockingHospitals.Count == 0, found.Explanation),
            _ when portsGone => new Trouble(Required: true, [], PortsGone: true, new SlotExplanation
            {
                Summary = Wording.Say("bridge_reduced", "接続装置の点検またはポートの減少により、確保した接続ポートが使えなくなりました。", "The bridge is down then or has fewer ports: those that were reserved are gone."),
            }),
            // What can still be had with other ports is no loss to a poll: it is looked at again when it is chosen.
            { Suggestions: [{ Slot: var again }] } when candidate == 0 && PortsBooked.WhyNot(slot, again, ports, network.Bridges) is { } why => new Trouble(Required: true, [], PortsGone: true, new SlotExplanation { Summary = why }),
            { Suggestions: [{ LeftOut: { Count: > 0 } leftOut }] } => new Trouble(Required: false, leftOut, PortsGone: false, await WithoutAsync(leftOut, cancellationToken)),
            _ => null,
        };
    }

    private bool IsGone(PortBooking row) => !bridges.Value.Effective.Any(bridge => bridge.Id == row.BridgeId && bridge.Ports >= row.LastPort && !IsDown(bridge, row));

    private bool IsDown(BridgeOptions bridge, PortBooking row) => bridge.Maintenance.Count > 0
        && BusyTimes.Closed(bridge.Down, new LocalDays(rules.Time, row.Start, row.End), new RestDays([])).Any(down => down.Start < row.End && down.End > row.Start);

    private async Task<SlotExplanation> WithoutAsync(IReadOnlyList<string> hospitalIds, CancellationToken cancellationToken)
    {
        var hospitals = await store.Hospitals.AsNoTracking().Where(hospital => hospitalIds.Contains(hospital.HospitalId)).ToListAsync(cancellationToken);
        var (ja, en) = (string.Join("、", hospitals.Select(hospital => hospital.NameJa)), string.Join(", ", hospitals.Select(hospital => hospital.NameEn)));
        return new SlotExplanation
        {
            Summary = Wording.Say("optional_site_gone", $"任意参加の{ja}は、この日時に端末を使えなくなりました。", $"{en}, which is optional, cannot connect at this time any more."),
            BlockingHospitals = hospitalIds,
        };
    }

    // The answer that gave it the slot says which sites it depends on.
    private async Task<BookedSlot?> SlotOfAsync(ConferenceBooking booking, CancellationToken cancellationToken)
    {
        var given = await store.Answers.AsNoTracking()
            .Where(answer => answer.ConferenceId == booking.ConferenceId && answer.Revision == booking.Revision && answer.Answer == nameof(SlotHeld))
            .FirstOrDefaultAsync(cancellationToken);
        return (given?.Again() as SlotHeld)?.Slot;
    }

    private SlotDisrupted Message(ConferenceBooking booking, Trouble trouble) => new()
    {
        ConferenceId = booking.ConferenceId,
        Revision = booking.Revision,
        Cause = trouble.PortsGone ? DisruptionCause.Bridge : DisruptionCause.Site,
        Frozen = booking.Start < clock.GetUtcNow() + options.Value.Freeze,
        Required = trouble.Required,
        HospitalIds = trouble.HospitalIds,
        Explanation = trouble.Explanation,
        Order = booking.NextOrder(),
    };

    private sealed record Trouble(bool Required, IReadOnlyList<string> HospitalIds, bool PortsGone, SlotExplanation Explanation)
    {
        public IReadOnlyList<string> Keys => [.. HospitalIds.Select(ReportedDisruption.OfHospital), .. PortsGone ? [ReportedDisruption.Bridge] : Array.Empty<string>()];
    }
}
