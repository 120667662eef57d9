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

    private static int[] PeakInUse(BridgeUse bridge, SlotGrid grid)
    {
        var changes = new SortedDictionary<long, int>();
        foreach (var use in bridge.Uses.Where(use => use.Start < grid.To && use.End > grid.From))
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
