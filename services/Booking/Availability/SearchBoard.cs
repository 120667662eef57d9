using Conference.Booking.Bridges;
using Conference.Booking.Network;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;

namespace Conference.Booking.Availability;

/// <summary>One search laid out in steps: which starts are allowed, and which of them each site and bridge can meet.</summary>
internal sealed class SearchBoard : IDisposable
{
    private SearchBoard(SlotCriteria criteria, Lineup lineup, NetworkSnapshot network, SearchRules rules)
    {
        (Criteria, Lineup, Duration, RestDays, Now) = (criteria, lineup, TimeSpan.FromMinutes(criteria.DurationMinutes), network.RestDays, network.Now);
        Grid = Cut(criteria, network.Days, rules);
        Days = network.Days is { } days && days.Covers(Grid.From, Grid.To) ? days : new LocalDays(rules.Time, Grid.From, Grid.To);
        (Length, Setup, Spacing) = (SlotGrid.StepsIn(Duration), SlotGrid.StepsIn(rules.Setup), SlotGrid.StepsIn(rules.Spacing));
        StartDays = StartDay.Of(criteria, Grid, Days, RestDays, Now);
        Allowed = LayAllowed();

        var needsTest = rules.Booking.ConnectionTest == ConnectionTestRule.Block && criteria.Kind != ConferenceKind.ConnectionTest;
        Seats = new SeatBoard[lineup.Seats.Count];
        for (var index = 0; index < Seats.Length; index++)
            Seats[index] = new SeatBoard(lineup.Seats[index], this, rules, needsTest);
        Bridges = [.. network.Bridges.Select(bridge => new BridgeBoard(bridge, Grid, Days, RestDays))];
        Plans = [.. Alone(), .. Linked()];
    }

    public SlotCriteria Criteria { get; }

    public Lineup Lineup { get; }

    public TimeSpan Duration { get; }

    /// <summary>Steps that the conference takes.</summary>
    public int Length { get; }

    /// <summary>Steps for which it needs ports before its start.</summary>
    public int Setup { get; }

    /// <summary>Steps that a site should have between two bookings.</summary>
    public int Spacing { get; }

    public SlotGrid Grid { get; }

    public LocalDays Days { get; }

    public RestDays RestDays { get; }

    public DateTimeOffset Now { get; }

    public IReadOnlyList<StartDay> StartDays { get; }

    /// <summary>Starts that the wish allows.</summary>
    public BitTimeline Allowed { get; }

    /// <summary>The sites wanted, required ones first.</summary>
    public SeatBoard[] Seats { get; }

    public BridgeBoard[] Bridges { get; }

    /// <summary>The ways to connect the sites, in the order in which they are tried: each bridge alone, then two by a link.</summary>
    public BridgePlan[] Plans { get; }

    public IEnumerable<SeatBoard> Required => Seats.Where(seat => seat.Seat.Required);

    public static SearchBoard Of(SlotCriteria criteria, Lineup lineup, NetworkSnapshot network, SearchRules rules) => new(criteria, lineup, network, rules);

    /// <summary>Allowed starts at which all required sites are free and there are ports for them.</summary>
    public BitTimeline Feasible()
    {
        var feasible = RequiredFree();
        using var shortOf = PortsShort(feasible);
        feasible.AndNot(shortOf);
        return feasible;
    }

    /// <summary>Allowed starts at which all required sites are free.</summary>
    public BitTimeline RequiredFree()
    {
        using var taken = new BitTimeline(Grid.Steps);
        foreach (var seat in Seats)
        {
            if (seat.Seat.Required)
                seat.OrTakenInto(taken);
        }

        var free = Allowed.Copy();
        free.AndNot(taken.Spread(Length));
        return free;
    }

    /// <summary>Those of the starts at which there are too few ports for the required sites.</summary>
    public BitTimeline PortsShort(BitTimeline starts)
    {
        var left = starts.Copy();
        foreach (var plan in Plans)
        {
            if (left.IsEmpty())
                break;
            var still = plan.ShortOf(left);
            left.Dispose();
            left = still;
        }

        return left;
    }

    public void Dispose() => Allowed.Dispose();

    private BitTimeline LayAllowed()
    {
        var allowed = new BitTimeline(Grid.Steps);
        foreach (var day in StartDays)
            allowed.Set(day.First, day.End);
        if (Criteria.Avoid.Count == 0)
            return allowed;

        using var avoided = new BitTimeline(Grid.Steps);
        foreach (var range in Criteria.Avoid)
            avoided.Set(Grid.Floor(range.Start), Grid.Ceiling(range.End));
        allowed.AndNot(avoided.Spread(Length));
        return allowed;
    }

    private IEnumerable<BridgePlan> Alone() => Bridges.Select(bridge => new BridgePlan(this, bridge, null));

    private IEnumerable<BridgePlan> Linked() =>
        from main in Bridges
        from linked in Bridges
        where main.Bridge.Links.Contains(linked.Bridge.BridgeId)
        select new BridgePlan(this, main, linked);

    private static SlotGrid Cut(SlotCriteria criteria, LocalDays? days, SearchRules rules)
    {
        var margin = rules.Margin;
        var anchor = criteria.Start ?? StartOf(criteria.Window!.From);
        var end = criteria.Start is { } start ? start.AddMinutes(criteria.DurationMinutes) : StartOf(criteria.Window!.To.AddDays(1));
        return new SlotGrid(anchor, anchor - margin, end + margin);

        DateTimeOffset StartOf(DateOnly day) => days is not null && day >= days.First && day <= days.Last ? days.StartOf(day) : rules.Time.StartOf(day);
    }
}
