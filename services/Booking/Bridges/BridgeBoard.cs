using Conference.Booking.Availability;
using Conference.Booking.Network;

namespace Conference.Booking.Bridges;

/// <summary>One bridge on the board of a search.</summary>
internal sealed class BridgeBoard
{
    private readonly PortTimes _times;
    private readonly BitTimeline? _down;
    private readonly SlotGrid _grid;
    private readonly int _first;

    public BridgeBoard(BridgeUse bridge, SlotGrid grid, LocalDays days, RestDays restDays)
    {
        (Bridge, _grid) = (bridge, grid);
        _times = bridge.Times is { } kept && kept.Grid.Covers(grid) ? kept : PortTimes.Of(bridge.Uses.Select(use => new BookedPorts(default, use)), grid);
        _first = _times.Grid.StepOf(grid);
        foreach (var time in bridge.Maintenance is { } maintenance ? BusyTimes.Closed(maintenance, days, restDays) : [])
            (_down ??= new BitTimeline(grid.Steps)).Set(grid.Floor(time.Start), grid.Ceiling(time.End));
    }

    public BridgeUse Bridge { get; }

    /// <summary>Ports free all through [from, end); fewer than none while the bridge is down.</summary>
    public int Free(int from, int end) => _down?.Any(from, end) == true ? -1 : Bridge.Ports - _times.Peak(from + _first, end + _first);

    /// <summary>Whether the bridge is down at some step of [from, end).</summary>
    public bool IsDown(int from, int end) => _down?.Any(from, end) == true;

    /// <summary>The steps at which fewer than so many ports are free.</summary>
    public BitTimeline ShortOf(int ports)
    {
        var line = new BitTimeline(_grid.Steps);
        _times.BusierInto(line, _grid, Bridge.Ports - ports);
        if (_down is not null)
            line.Or(_down);
        return line;
    }
}
