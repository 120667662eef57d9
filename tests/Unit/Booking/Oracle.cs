using Conference.Booking;
using Conference.Booking.Bridges;
using Conference.Contracts.Booking;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;

namespace Conference.UnitTests.Booking;

/// <summary>
/// The rules of a slot, written out with neither steps nor bits: every minute of the window is looked at, every rule
/// is asked of the clock on the wall.
/// </summary>
internal sealed class Oracle(Search search)
{
    private readonly SlotCriteria _criteria = search.Criteria;

    public IEnumerable<DateTimeOffset> Feasible() => Starts(_criteria).Where(start => IsFeasible(_criteria, start));

    public static bool IsFeasible(Search search, DateTimeOffset start) => new Oracle(search).IsFeasible(search.Criteria, start) && Starts(search, start);

    public bool IsFree(string hospitalId, DateTimeOffset start, DateTimeOffset end) =>
        search.Network.Hospitals.TryGetValue(hospitalId, out var hospital) && !Busy(hospital.Sites[0].SiteId).Any(busy => busy.From < end && busy.To > start);

    public bool IsReached(string hospitalId) => search.Network.Bridges.Any(bridge => Reaches(bridge, hospitalId));

    /// <summary>Each bridge alone, then two with a link: the way that takes most optional hospitals, the first of equals; null where none takes the required ones.</summary>
    public OracleChoice? Best(DateTimeOffset start)
    {
        var end = start.AddMinutes(_criteria.DurationMinutes);
        OracleChoice? best = null;
        foreach (var (main, linked) in Ways())
        {
            var free = new[] { FreePorts(main, start, end), linked is null ? 0 : FreePorts(linked, start, end) - 1 };
            free[0] -= linked is null ? 0 : 1;
            var taking = Required(_criteria).ToList();
            if (!Fit(taking, [main, linked], free))
                continue;

            foreach (var id in _criteria.Participants.Where(participant => !participant.Required).Select(participant => participant.HospitalId))
            {
                if (IsFree(id, start, end) && Fit([.. taking, id], [main, linked], free))
                    taking.Add(id);
            }

            var optional = taking.Except(Required(_criteria)).ToList();
            if (best is null || optional.Count > best.Optional.Count)
                best = new OracleChoice(main.BridgeId, linked?.BridgeId, optional, free.Sum() - taking.Sum(Ports), main.Ports + (linked?.Ports ?? 0));
        }

        return best;
    }

    /// <summary>Whether the bridges have these ports for these sites, each being on one that serves it: every way of sharing out is tried.</summary>
    private bool Fit(List<string> hospitals, BridgeUse?[] bridges, int[] free) => free.All(ports => ports >= 0) && Enumerable.Range(0, 1 << hospitals.Count).Any(mask =>
    {
        var left = free.ToArray();
        for (var index = 0; index < hospitals.Count; index++)
        {
            var side = (mask >> index) & 1;
            if (bridges[side] is not { } bridge || !Reaches(bridge, hospitals[index]))
                return false;
            left[side] -= Ports(hospitals[index]);
        }

        return left.All(ports => ports >= 0);
    });

    private IEnumerable<(BridgeUse Main, BridgeUse? Linked)> Ways()
    {
        var bridges = search.Network.Bridges;
        return bridges.Select(bridge => (bridge, (BridgeUse?)null))
            .Concat(bridges.SelectMany(main => bridges.Where(linked => main.Links.Contains(linked.BridgeId)).Select(linked => (main, (BridgeUse?)linked))));
    }

    private static bool Reaches(BridgeUse bridge, string hospitalId) => bridge.Reach.Count == 0 || bridge.Reach.Contains(hospitalId) || bridge.Reach.Contains(hospitalId[1..3]);

    private int FreePorts(BridgeUse bridge, DateTimeOffset start, DateTimeOffset end)
    {
        var from = start - TimeSpan.FromMinutes(search.Rules.Booking.SetupMinutes);
        if (bridge.Maintenance?.Closures.Any(window => window.From < end && window.To > from) == true)
            return -1;
        var instants = bridge.Uses.Select(use => use.Start).Where(instant => instant > from && instant < end).Append(from);
        return bridge.Ports - instants.Max(instant => bridge.Uses.Where(use => use.Start <= instant && use.End > instant).Sum(use => use.Count));
    }

    private static bool Starts(Search search, DateTimeOffset start) => new Oracle(search).Starts(search.Criteria).Contains(start);

    private IEnumerable<DateTimeOffset> Starts(SlotCriteria criteria)
    {
        if (criteria.Start is { } fixedStart)
            return [fixedStart];

        var (window, hours) = (criteria.Window!, criteria.Hours);
        var first = search.Rules.Time.StartOf(window.From);
        var last = search.Rules.Time.StartOf(window.To.AddDays(1));
        return Enumerable.Range(0, (int)(last - first).TotalMinutes / 5).Select(step => first.AddMinutes(step * 5)).Where(start =>
        {
            var day = search.Rules.Time.DayOf(start);
            return hours.Days.Contains((Weekday)(((int)day.DayOfWeek + 6) % 7))
                && !(hours.SkipHolidays && IsRestDay(day))
                && start >= search.Rules.Time.At(day, hours.From)
                && start.AddMinutes(criteria.DurationMinutes) <= search.Rules.Time.At(day, hours.To);
        });
    }

    private bool IsFeasible(SlotCriteria criteria, DateTimeOffset start)
    {
        var end = start.AddMinutes(criteria.DurationMinutes);
        return start >= search.Network.Now
            && !(start < criteria.NotBefore)
            && !criteria.Avoid.Any(avoid => avoid.Start < end && avoid.End > start)
            && criteria.Participants.Where(participant => participant.Required).All(participant => IsFree(participant.HospitalId, start, end))
            && new Oracle(search with { Criteria = criteria }).Best(start) is not null;
    }

    private static IEnumerable<string> Required(SlotCriteria criteria) => criteria.Participants.Where(participant => participant.Required).Select(participant => participant.HospitalId);

    private int Ports(string hospitalId) => search.Network.Hospitals.TryGetValue(hospitalId, out var hospital) ? hospital.Sites[0].Ports : 0;

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Busy(string siteId)
    {
        var (site, time) = (search.Network.Sites[siteId], search.Rules.Time);
        foreach (var booked in site.Booked)
            yield return (booked.Start, booked.End);
        foreach (var closure in site.Closures!.Closures)
            yield return (closure.From, closure.To);
        var first = time.DayOf(search.Network.Now).AddDays(-4);
        foreach (var day in Enumerable.Range(0, 30).Select(first.AddDays))
        {
            if (site.Closures.ClosedOnHolidays && IsRestDay(day))
                yield return (time.StartOf(day), time.StartOf(day.AddDays(1)));
            foreach (var weekly in site.Closures.Weekly.Where(weekly => weekly.Day == (Weekday)(((int)day.DayOfWeek + 6) % 7)))
                yield return (time.At(day, weekly.From), weekly.To == TimeOnly.MinValue ? time.StartOf(day.AddDays(1)) : time.At(day, weekly.To));
        }

        if (search.Rules.Booking.ConnectionTest == ConnectionTestRule.Block && _criteria.Kind != ConferenceKind.ConnectionTest)
            yield return (site.TestedUntil ?? DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
    }

    private bool IsRestDay(DateOnly day) => search.Network.RestDays.Contains(day);
}

/// <summary>How the sites are connected, which optional ones are taken, and the ports left of those there are.</summary>
internal sealed record OracleChoice(string BridgeId, string? LinkedId, IReadOnlyList<string> Optional, int Left, int Ports);
