using Conference.Booking.Availability;

namespace Conference.Booking.Bridges;

/// <summary>How many ports are in use at most within each step.</summary>
internal static class PortPeaks
{
    /// <summary>Adds up one page. What begins and ends on a step is one pass; only what was booked at an odd minute is laid out exactly.</summary>
    public static ushort[] Of(IReadOnlyCollection<PortUse> uses, SlotGrid grid, int page)
    {
        var first = page * SlotGrid.PageSteps;
        var (odd, change) = (new List<PortUse>(), new int[SlotGrid.PageSteps + 1]);
        foreach (var use in uses)
        {
            if (!grid.IsOnStep(use.Start) || !grid.IsOnStep(use.End))
            {
                odd.Add(use);
                continue;
            }

            change[Math.Max(grid.Floor(use.Start) - first, 0)] += use.Count;
            change[Math.Min(grid.Ceiling(use.End) - first, SlotGrid.PageSteps)] -= use.Count;
        }

        var (peak, inUse) = (OfOdd(odd, grid, first), 0);
        for (var step = 0; step < peak.Length; step++)
            peak[step] = (ushort)Math.Min(peak[step] + (inUse += change[step]), ushort.MaxValue);
        return peak;
    }

    private static ushort[] OfOdd(List<PortUse> uses, SlotGrid grid, int first)
    {
        var changes = new SortedDictionary<long, int>();
        foreach (var use in uses)
        {
            changes[use.Start.UtcTicks] = changes.GetValueOrDefault(use.Start.UtcTicks) + use.Count;
            changes[use.End.UtcTicks] = changes.GetValueOrDefault(use.End.UtcTicks) - use.Count;
        }

        var (peak, inUse, since) = (new ushort[SlotGrid.PageSteps], 0, grid.From);
        foreach (var (ticks, change) in changes)
        {
            var instant = new DateTimeOffset(ticks, TimeSpan.Zero);
            var end = Math.Min(grid.Ceiling(instant) - first, SlotGrid.PageSteps);
            for (var step = Math.Max(grid.Floor(since) - first, 0); inUse > 0 && step < end; step++)
                peak[step] = (ushort)Math.Max(peak[step], inUse);
            (inUse, since) = (inUse + change, instant);
        }

        return peak;
    }
}
