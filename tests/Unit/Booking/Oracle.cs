using Conference.Booking;
using Conference.Booking.Bridges;
using Conference.Booking.Network;
using Conference.Contracts.Booking;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;

namespace Conference.UnitTests.Booking;

/// <summary>
/// The rules of a slot, written out with neither steps nor bits: every minute of the window is looked at, every rule
/// is asked of the clock on the wall.
/// </summary>
internal sealed class Oracle
{
    // More days around now than any window, widened too, reaches.
    private const int DaysBefore = 4;
    private const int DaysLookedAt = 30;

    private readonly Search _search;
    private readonly SlotCriteria _criteria;
    private readonly Dictionary<string, List<(DateTimeOffset From, DateTimeOffset To, string Code)>> _busy = [];
    private readonly Dictionary<string, List<(DateTimeOffset From, DateTimeOffset To, string Code)>> _down = [];

    public Oracle(Search search)
    {
        (_search, _criteria, Clock) = (search, search.Criteria, new WallClock(search.Rules.Time.Zone));
        Required = [.. _criteria.Participants.Where(participant => participant.Required).Select(participant => participant.HospitalId)];
    }

    public WallClock Clock { get; }

    public IReadOnlyList<string> Required { get; }

    public IEnumerable<DateTimeOffset> Feasible() => Starts().Where(IsFeasible);

    /// <summary>Whether the wish allows the start and all can be had for it.</summary>
    public static bool IsFeasible(Search search, DateTimeOffset start) => new Oracle(search) is var oracle && oracle.IsFeasible(start) && oracle.Starts().Contains(start);

    /// <summary>The starts that the wish allows, whoever is free then.</summary>
    public IEnumerable<DateTimeOffset> Allowed() => Starts().Where(IsAllowed);

    /// <summary>The site that the hospital is sought with; null where it has left, or has none such in use.</summary>
    public HospitalSite? SiteOf(string hospitalId)
    {
        var wished = _criteria.Participants.FirstOrDefault(participant => participant.HospitalId == hospitalId)?.SiteId;
        return _search.Network.Hospitals.TryGetValue(hospitalId, out var hospital) && !hospital.Withdrawn
            ? hospital.Sites.Where(site => site.Active).FirstOrDefault(site => wished is null || site.SiteId == wished)
            : null;
    }

    /// <summary>Whether the hospital could be booked at all.</summary>
    public bool IsBookable(string hospitalId) => SiteOf(hospitalId) is not null && _search.Network.Bridges.Any(bridge => Reaches(bridge, hospitalId));

    public bool IsFree(string hospitalId, DateTimeOffset start, DateTimeOffset end) =>
        SiteOf(hospitalId) is { } site && !Busy(site.SiteId).Exists(busy => busy.From < end && busy.To > start);

    /// <summary>The kinds of what keeps the hospital's site from a start.</summary>
    public IEnumerable<string> InTheWay(string hospitalId, DateTimeOffset start) =>
        Busy(SiteOf(hospitalId)!.SiteId).Where(busy => busy.From < start.AddMinutes(_criteria.DurationMinutes) && busy.To > start).Select(busy => busy.Code);

    /// <summary>Whether the required hospitals can be connected at a start, free or not.</summary>
    public bool HasPorts(DateTimeOffset start) => Ways().Any(way => Fit(Required, [way.Main, way.Linked], FreePorts(way, start)));

    /// <summary>Each bridge alone, then two with a link: the way that takes most optional hospitals, the first of equals; null where none takes the required ones.</summary>
    public OracleChoice? Best(DateTimeOffset start)
    {
        var end = start.AddMinutes(_criteria.DurationMinutes);
        OracleChoice? best = null;
        foreach (var (main, linked) in Ways())
        {
            var free = FreePorts((main, linked), start);
            var taking = Required.ToList();
            if (!Fit(taking, [main, linked], free))
                continue;

            foreach (var id in _criteria.Participants.Where(participant => !participant.Required).Select(participant => participant.HospitalId))
            {
                if (IsFree(id, start, end) && Fit([.. taking, id], [main, linked], free))
                    taking.Add(id);
            }

            var optional = taking.Except(Required).ToList();
            if (best is null || optional.Count > best.Optional.Count)
                best = new OracleChoice(main.BridgeId, linked?.BridgeId, optional, free.Sum() - taking.Sum(Ports), main.Ports + (linked?.Ports ?? 0));
        }

        return best;
    }

    /// <summary>Whether the bridges have these ports for these sites, each being on one that serves it: every way of sharing out is tried.</summary>
    private bool Fit(IReadOnlyList<string> hospitals, BridgeUse?[] bridges, int[] free) => free.All(ports => ports >= 0) && Enumerable.Range(0, 1 << hospitals.Count).Any(mask =>
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
        var bridges = _search.Network.Bridges;
        return bridges.Select(bridge => (bridge, (BridgeUse?)null))
            .Concat(bridges.SelectMany(main => bridges.Where(linked => main.Links.Contains(linked.BridgeId)).Select(linked => (main, (BridgeUse?)linked))));
    }

    private static bool Reaches(BridgeUse bridge, string hospitalId) => bridge.Reach.Count == 0 || bridge.Reach.Contains(hospitalId) || bridge.Reach.Contains(hospitalId[1..3]);

    // A link takes a port on either bridge.
    private int[] FreePorts((BridgeUse Main, BridgeUse? Linked) way, DateTimeOffset start) =>
        way.Linked is { } linked ? [FreePorts(way.Main, start) - 1, FreePorts(linked, start) - 1] : [FreePorts(way.Main, start), 0];

    private int FreePorts(BridgeUse bridge, DateTimeOffset start)
    {
        var (from, end) = (start.AddMinutes(-_search.Rules.Booking.SetupMinutes), start.AddMinutes(_criteria.DurationMinutes));
        if (Down(bridge).Exists(window => window.From < end && window.To > from))
            return -1;
        var instants = bridge.Uses.Select(use => use.Start).Where(instant => instant > from && instant < end).Append(from);
        return bridge.Ports - instants.Max(instant => bridge.Uses.Where(use => use.Start <= instant && use.End > instant).Sum(use => use.Count));
    }

    private IEnumerable<DateTimeOffset> Starts()
    {
        if (_criteria.Start is { } fixedStart)
            return [fixedStart];

        var (window, hours, length) = (_criteria.Window!, _criteria.Hours, TimeSpan.FromMinutes(_criteria.DurationMinutes));
        return Enumerable.Range(0, window.To.DayNumber - window.From.DayNumber + 1).Select(window.From.AddDays)
            .Where(day => hours.Days.Contains(WallClock.WeekdayOf(day)) && !(hours.SkipHolidays && IsRestDay(day)))
            .SelectMany(day => Steps(day).Where(start => start >= Clock.At(day, hours.From) && start + length <= Clock.At(day, hours.To)));
    }

    private IEnumerable<DateTimeOffset> Steps(DateOnly day)
    {
        for (var (start, end) = (Clock.StartOf(day), Clock.StartOf(day.AddDays(1))); start < end; start = start.AddMinutes(5))
            yield return start;
    }

    private bool IsAllowed(DateTimeOffset start) => start >= _search.Network.Now
        && !(start < _criteria.NotBefore)
        && !_criteria.Avoid.Any(avoid => avoid.Start < start.AddMinutes(_criteria.DurationMinutes) && avoid.End > start);

    private bool IsFeasible(DateTimeOffset start) =>
        IsAllowed(start) && Required.All(hospital => IsFree(hospital, start, start.AddMinutes(_criteria.DurationMinutes))) && Best(start) is not null;

    private int Ports(string hospitalId) => SiteOf(hospitalId)?.Ports ?? 0;

    private List<(DateTimeOffset From, DateTimeOffset To, string Code)> Busy(string siteId)
    {
        if (_busy.TryGetValue(siteId, out var known))
            return known;
        var site = _search.Network.Sites[siteId];
        var busy = site.Booked.Select(booked => (booked.Start, booked.End, "site_booked")).Concat(Closed(site.Closures!)).ToList();
        if (_search.Rules.Booking.ConnectionTest == ConnectionTestRule.Block && _criteria.Kind != ConferenceKind.ConnectionTest)
            busy.Add((site.TestedUntil ?? DateTimeOffset.MinValue, DateTimeOffset.MaxValue, "site_untested"));
        return _busy[siteId] = busy;
    }

    private List<(DateTimeOffset From, DateTimeOffset To, string Code)> Down(BridgeUse bridge)
    {
        if (!_down.TryGetValue(bridge.BridgeId, out var down))
            _down[bridge.BridgeId] = down = bridge.Maintenance is { } maintenance ? [.. Closed(maintenance)] : [];
        return down;
    }

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To, string Code)> Closed(KnownClosures closures)
    {
        foreach (var closure in closures.Closures)
            yield return (closure.From, closure.To, "site_closed");
        var first = Clock.DayOf(_search.Network.Now).AddDays(-DaysBefore);
        foreach (var day in Enumerable.Range(0, DaysLookedAt).Select(first.AddDays))
        {
            if (closures.ClosedOnHolidays && IsRestDay(day))
                yield return (Clock.StartOf(day), Clock.StartOf(day.AddDays(1)), "site_holiday");
            foreach (var weekly in closures.Weekly.Where(weekly => weekly.Day == WallClock.WeekdayOf(day)))
                yield return (Clock.At(day, weekly.From), weekly.To == TimeOnly.MinValue ? Clock.StartOf(day.AddDays(1)) : Clock.At(day, weekly.To), "site_closed");
        }
    }

    public bool IsRestDay(DateOnly day) => _search.Holidays.Contains(day) || (day.Month, day.Day) is (12, >= 29) or (1, <= 3);
}

/// <summary>How the sites are connected, which optional ones are taken, and the ports left of those there are.</summary>
internal sealed record OracleChoice(string BridgeId, string? LinkedId, IReadOnlyList<string> Optional, int Left, int Ports);
