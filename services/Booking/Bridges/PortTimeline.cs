using Conference.Booking.Availability;

namespace Conference.Booking.Bridges;

/// <summary>How many ports of a bridge are free from each step on, over a given length.</summary>
internal sealed class PortTimeline
{
    private readonly int[] _peak;

    /// <param name="bridge">The bridge and its bookings.</param>
    /// <param name="grid">The steps.</param>
    /// <param name="length">Over how many steps the ports are needed.</param>
    public PortTimeline(BridgeUse bridge, SlotGrid grid, int length)
    {
        Bridge = bridge;
        _peak = PeakInUse(bridge, grid);
        for (var reach = 1; reach < length;)
        {
            var shift = Math.Min(reach, length - reach);
            for (var step = 0; step + shift < _peak.Length; step++)
                _peak[step] = Math.Max(_peak[step], _peak[step + shift]);
            reach += shift;
        }
    }

    public BridgeUse Bridge { get; }

    public int FreeFrom(int step) => Bridge.Ports - _peak[step];

    // What begins and ends on a step is added up in one pass; only what was booked at an odd minute is laid out exactly.
    private static int[] PeakInUse(BridgeUse bridge, SlotGrid grid)
    {
        var odd = new List<PortUse>();
        var change = new int[grid.Steps + 1];
        foreach (var use in bridge.Uses)
        {
            if (use.Start >= grid.To || use.End <= grid.From)
                continue;
            if (!grid.IsOnStep(use.Start) || !grid.IsOnStep(use.End))
            {
                odd.Add(use);
                continue;
            }

            change[grid.Floor(use.Start)] += use.Count;
            change[grid.Ceiling(use.End)] -= use.Count;
        }

        var (peak, inUse) = (PeakOfOdd(odd, grid), 0);
        for (var step = 0; step < peak.Length; step++)
            peak[step] += inUse += change[step];
        return peak;
    }

    private static int[] PeakOfOdd(List<PortUse> uses, SlotGrid grid)
    {
        var changes = new SortedDictionary<long, int>();
        foreach (var use in uses)
        {
            changes[use.Start.UtcTicks] = changes.GetValueOrDefault(use.Start.UtcTicks) + use.Count;
            changes[use.End.UtcTicks] = changes.GetValueOrDefault(use.End.UtcTicks) - use.Count;
        }

        var (peak, inUse, since) = (new int[grid.Steps], 0, grid.From);
        foreach (var (ticks, change) in changes)
        {
            var instant = new DateTimeOffset(ticks, TimeSpan.Zero);
            for (var step = grid.Floor(since); inUse > 0 && step < grid.Ceiling(instant); step++)
                peak[step] = Math.Max(peak[step], inUse);
            (inUse, since) = (inUse + change, instant);
        }

        return peak;
    }
}
