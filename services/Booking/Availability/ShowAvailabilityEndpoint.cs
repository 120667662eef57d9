using Conference.Contracts.Booking;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Platform.Time;

namespace Conference.Booking.Availability;

/// <summary>When the sites of some hospitals are taken: the picture beside the request form.</summary>
internal static class ShowAvailabilityEndpoint
{
    private const int HospitalsAtMost = 100;
    private const int DaysAtMost = 31;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/slots/availability", Handle)
        .RequirePermission(Permission.SearchSlots)
        .Produces<AvailabilityView>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .WithTags("slots")
        .WithSummary("空き状況 · When the hospitals' sites are booked or closed");

    private static async Task<IResult> Handle(string? hospitals, string? from, string? to, SnapshotReader snapshots, NetworkTime time, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        var ids = (hospitals ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        if (ids.Count is 0 or > HospitalsAtMost)
            faults.Add(new Fault("hospitals", "wrong_hospitals", $"施設コードを 1～{HospitalsAtMost} 件、カンマ区切りで指定してください。", $"Give 1 to {HospitalsAtMost} hospitals, separated by commas."));
        var (first, last) = (SlotSearchReading.ReadDay(from, "from", faults), SlotSearchReading.ReadDay(to, "to", faults));
        if (first is { } begin && last is { } end && (end < begin || end.DayNumber - begin.DayNumber >= DaysAtMost))
            faults.Add(new Fault("to", "wrong_days", $"期間は from 以降、{DaysAtMost} 日以内にしてください。", $"The days must end on or after from, {DaysAtMost} days at most."));
        if (faults.Count > 0)
            return Problem.Invalid(faults);

        var days = new LocalDays(time, time.StartOf(first!.Value), time.StartOf(last!.Value));
        var wanted = ids.ConvertAll(id => new SlotParticipant { HospitalId = id, Required = true });
        var range = new TimeRange { Start = days.StartOf(days.First), End = days.EndOf(days.Last) };
        var network = await snapshots.ReadAsync(wanted.ConvertAll(one => (one.HospitalId, one.SiteId)), range.Start, range.End, conferenceId: null, cancellationToken);
        faults.AddRange(wanted.Select(one => SlotSearchReading.Unknown(one, "hospitals", network)).OfType<Fault>());
        return faults.Count > 0 ? Problem.Invalid(faults) : Results.Ok(View(network, ids, days, range));
    }

    private static AvailabilityView View(NetworkSnapshot network, List<string> ids, LocalDays days, TimeRange range) => new()
    {
        Sites = ids.ConvertAll(id =>
        {
            if (network.Hospitals[id].SiteFor(null)?.SiteId is not { } siteId)
                return new SiteAvailability { HospitalId = id, SiteId = null, Booked = [], Closed = [range] };
            var facts = network.Sites[siteId];
            var closed = facts.Closures is { } closures ? BusyTimes.Closed(closures, days, network.RestDays) : [];
            return new SiteAvailability
            {
                HospitalId = id,
                SiteId = siteId,
                Booked = Within(range, facts.Booked),
                Closed = Within(range, closed.Select(time => new TimeRange { Start = time.Start, End = time.End })),
            };
        }),
        RestDays = [.. Enumerable.Range(0, days.Last.DayNumber - days.First.DayNumber + 1).Select(days.First.AddDays).Where(network.RestDays.Contains)],
    };

    /// <summary>The ranges cut to the days asked for, those that touch made one.</summary>
    private static List<TimeRange> Within(TimeRange whole, IEnumerable<TimeRange> ranges)
    {
        var merged = new List<TimeRange>();
        foreach (var range in ranges.Where(range => range.Start < whole.End && range.End > whole.Start).OrderBy(range => range.Start))
        {
            var start = range.Start < whole.Start ? whole.Start : range.Start;
            var end = range.End > whole.End ? whole.End : range.End;
            if (merged.Count > 0 && merged[^1].End >= start)
                merged[^1] = merged[^1] with { End = end > merged[^1].End ? end : merged[^1].End };
            else
                merged.Add(new TimeRange { Start = start, End = end });
        }

        return merged;
    }
}
