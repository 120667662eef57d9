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

    public int FreePorts(BridgeUse bridge, DateTimeOffset start, DateTimeOffset end)
    {
        var from = start - TimeSpan.FromMinutes(search.Rules.Booking.SetupMinutes);
        var instants = bridge.Uses.Select(use => use.Start).Where(instant => instant > from && instant < end).Append(from);
        return bridge.Ports - instants.Max(instant => bridge.Uses.Where(use => use.Start <= instant && use.End > instant).Sum(use => use.Count));
    }

    /// <summary>The bridge and the optional hospitals it can take: the bridge that takes most, the first of equals.</summary>
    public (string BridgeId, IReadOnlyList<string> Optional) Best(DateTimeOffset start)
    {
        var end = start.AddMinutes(_criteria.DurationMinutes);
        (string Bridge, List<string> Optional) best = ("", []);
        foreach (var bridge in search.Network.Bridges)
        {
            var left = FreePorts(bridge, start, end) - RequiredPorts(_criteria);
            var taken = new List<string>();
            foreach (var id in _criteria.Participants.Where(participant => !participant.Required).Select(participant => participant.HospitalId))
            {
                if (left >= 0 && IsFree(id, start, end) && Ports(id) <= left)
                {
                    taken.Add(id);
                    left -= Ports(id);
                }
            }

            if (left >= 0 && (best.Bridge.Length == 0 || taken.Count > best.Optional.Count))
                best = (bridge.BridgeId, taken);
        }

        return best;
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
            && search.Network.Bridges.Any(bridge => FreePorts(bridge, start, end) >= RequiredPorts(criteria));
    }

    private int RequiredPorts(SlotCriteria criteria) => criteria.Participants.Where(participant => participant.Required).Sum(participant => Ports(participant.HospitalId));

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
