namespace Conference.Booking.Bridges;

/// <summary>
/// Which ports a conference gets. Any port is as good as any other, so what counts is how many are free at each
/// instant: wherever the ports in use change, the conference may change ports too, and nothing is lost to gaps.
/// </summary>
internal static class PortAllocation
{
    /// <summary>The runs to book, or null where at some instant fewer than <paramref name="count"/> ports are free.</summary>
    public static IReadOnlyList<PortUse>? Allocate(BridgeUse bridge, int count, DateTimeOffset start, DateTimeOffset end)
    {
        var others = bridge.Within(start, end).ToList();
        var held = new SortedDictionary<int, DateTimeOffset>();
        var stretches = new List<PortUse>();
        foreach (var instant in Boundaries(others, start, end))
        {
            var free = Free(bridge.Ports, others, instant);
            foreach (var (port, since) in held.Where(port => !free[port.Key]).ToList())
            {
                stretches.Add(new PortUse(port, port, since, instant));
                held.Remove(port);
            }

            for (var port = 1; port <= bridge.Ports && held.Count < count; port++)
            {
                if (free[port])
                    held.TryAdd(port, instant);
            }

            if (held.Count < count)
                return null;
        }

        return Join(stretches.Concat(held.Select(port => new PortUse(port.Key, port.Key, port.Value, end))));
    }

    private static IEnumerable<DateTimeOffset> Boundaries(List<PortUse> others, DateTimeOffset start, DateTimeOffset end) =>
        others.SelectMany(use => new[] { use.Start, use.End }).Where(instant => instant > start && instant < end).Append(start).Distinct().Order();

    private static bool[] Free(int ports, List<PortUse> others, DateTimeOffset instant)
    {
        var free = new bool[ports + 1];
        Array.Fill(free, true, 1, ports);
        foreach (var use in others.Where(use => use.Start <= instant && use.End > instant && use.FirstPort <= ports))
            Array.Fill(free, false, use.FirstPort, Math.Min(use.LastPort, ports) - use.FirstPort + 1);
        return free;
    }

    private static List<PortUse> Join(IEnumerable<PortUse> stretches)
    {
        var runs = new List<PortUse>();
        foreach (var stretch in stretches.OrderBy(stretch => stretch.Start).ThenBy(stretch => stretch.End).ThenBy(stretch => stretch.FirstPort))
        {
            if (runs.Count > 0 && runs[^1] is var run && run.Start == stretch.Start && run.End == stretch.End && run.LastPort == stretch.FirstPort - 1)
                runs[^1] = run with { LastPort = stretch.LastPort };
            else
                runs.Add(stretch);
        }

        return runs;
    }
}
