using Conference.Booking.Bridges;
using Conference.Booking.Network;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;

namespace Conference.Booking.Availability;

/// <summary>One search laid out in steps: which starts are allowed, and which of them each site and bridge can meet.</summary>
internal sealed class SearchBoard
{
    private SearchBoard(SlotCriteria criteria, Lineup lineup, NetworkSnapshot network, SearchRules rules)
    {
        (Criteria, Lineup, Duration) = (criteria, lineup, TimeSpan.FromMinutes(criteria.DurationMinutes));
        (Grid, Days) = Cut(criteria, rules);
        RestDays = network.RestDays;
        RequiredPorts = lineup.Seats.Where(seat => seat.Required).Sum(seat => seat.Ports);
        Length = SlotGrid.StepsIn(Duration);
        Setup = SlotGrid.StepsIn(rules.Setup);
        StartDays = StartDay.Of(criteria, Grid, Days, network.RestDays, network.Now);
        Allowed = new BitTimeline(Grid.Steps);
        foreach (var day in StartDays)
            Allowed.Set(day.First, day.End);
        var avoided = new BitTimeline(Grid.Steps);
        foreach (var range in criteria.Avoid)
            avoided.Set(Grid.Floor(range.Start), Grid.Ceiling(range.End));
        Allowed.AndNot(avoided.Spread(Length));

        var needsTest = rules.Booking.ConnectionTest == ConnectionTestRule.Block && criteria.Kind != ConferenceKind.ConnectionTest;
        Seats = [.. lineup.Seats.Select(seat => new SeatBoard(seat, [.. BusyTimes.Of(seat.Facts, Days, network.RestDays, needsTest)], Grid, Length, SlotGrid.StepsIn(rules.Spacing)))];
        Bridges = [.. network.Bridges.Select(bridge => new PortTimeline(bridge, Grid, Setup + Length))];
    }

    public SlotCriteria Criteria { get; }

    public Lineup Lineup { get; }

    public TimeSpan Duration { get; }

    /// <summary>Steps that the conference takes.</summary>
    public int Length { get; }

    /// <summary>Steps for which it needs ports before its start.</summary>
    public int Setup { get; }

    public SlotGrid Grid { get; }

    public LocalDays Days { get; }

    public RestDays RestDays { get; }

    public IReadOnlyList<StartDay> StartDays { get; }

    /// <summary>Starts that the wish allows.</summary>
    public BitTimeline Allowed { get; }

    /// <summary>The sites wanted, required ones first.</summary>
    public SeatBoard[] Seats { get; }

    public PortTimeline[] Bridges { get; }

    /// <summary>Ports without which there is no conference.</summary>
    public int RequiredPorts { get; }

    public IEnumerable<SeatBoard> Required => Seats.Where(seat => seat.Seat.Required);

    public static SearchBoard Of(SlotCriteria criteria, Lineup lineup, NetworkSnapshot network, SearchRules rules) => new(criteria, lineup, network, rules);

    /// <summary>Ports free on a bridge for a start at this step, the time to set up included.</summary>
    public int FreePorts(PortTimeline bridge, int start) => bridge.FreeFrom(start - Setup);

    public int MostFreePorts(int start)
    {
        var most = int.MinValue;
        foreach (var bridge in Bridges)
            most = Math.Max(most, FreePorts(bridge, start));
        return most;
    }

    /// <summary>Allowed starts at which all required sites are free and a bridge has ports for them.</summary>
    public BitTimeline Feasible()
    {
        var feasible = Allowed.Copy();
        foreach (var seat in Required)
            feasible.AndNot(seat.Blocked);
        feasible.AndNot(PortsShort(feasible));
        return feasible;
    }

    /// <summary>Those of the starts at which no bridge has the ports that the required sites need.</summary>
    public BitTimeline PortsShort(BitTimeline starts)
    {
        var shortOf = new BitTimeline(Grid.Steps);
        foreach (var start in starts.SetSteps())
        {
            if (MostFreePorts(start) < RequiredPorts)
                shortOf.Set(start, start + 1);
        }

        return shortOf;
    }

    private static (SlotGrid Grid, LocalDays Days) Cut(SlotCriteria criteria, SearchRules rules)
    {
        var (time, margin) = (rules.Time, rules.Margin);
        var anchor = criteria.Start ?? time.StartOf(criteria.Window!.From);
        var end = criteria.Start is { } start ? start.AddMinutes(criteria.DurationMinutes) : time.StartOf(criteria.Window!.To.AddDays(1));
        var grid = new SlotGrid(anchor, anchor - margin, end + margin);
        return (grid, new LocalDays(time, grid.From, grid.To));
    }
}

/// <summary>One site on the board.</summary>
internal sealed class SeatBoard
{
    public SeatBoard(Seat seat, IReadOnlyList<BusyTime> busy, SlotGrid grid, int length, int spacing)
    {
        (Seat, Busy) = (seat, busy);
        var (taken, booked) = (new BitTimeline(grid.Steps), new BitTimeline(grid.Steps));
        foreach (var time in busy)
        {
            taken.Set(grid.Floor(time.Start), grid.Ceiling(time.End));
            if (time.Kind == BusyKind.Booked)
                booked.Set(grid.Floor(time.Start), grid.Ceiling(time.End));
        }

        Blocked = taken.Spread(length);
        _crowded = booked.Spread(length + (2 * spacing));
        _spacing = spacing;
    }

    private readonly BitTimeline _crowded;
    private readonly int _spacing;

    public Seat Seat { get; }

    public IReadOnlyList<BusyTime> Busy { get; }

    /// <summary>Starts at which the site cannot take part.</summary>
    public BitTimeline Blocked { get; }

    /// <summary>Whether the site has another booking close to a conference that starts here.</summary>
    public bool IsCrowded(int start) => _crowded[start - _spacing];
}
