using Conference.Booking.Availability;

namespace Conference.Booking.Bridges;

/// <summary>Ports that a conference has for a stretch of time.</summary>
internal readonly record struct BookedPorts(Guid ConferenceId, PortUse Use);

/// <summary>How many ports of a bridge are in use at each step, in pages. A change makes new pages where it touches and shares the others.</summary>
internal sealed class PortTimes
{
    private const int Block = BitWords.WordBits;

    private readonly SlotGrid _grid;
    private readonly Page?[] _pages;

    private PortTimes(SlotGrid grid, Page?[] pages) => (_grid, _pages) = (grid, pages);

    /// <summary>The count at each step, the most of each 64 steps, and the bookings that touch the page.</summary>
    private sealed record Page(ushort[] InUse, ushort[] Peaks, BookedPorts[] Booked);

    public SlotGrid Grid => _grid;

    public static PortTimes Of(IEnumerable<BookedPorts> booked, SlotGrid grid)
    {
        var byPage = new List<BookedPorts>?[grid.Pages];
        foreach (var ports in booked)
        {
            var (first, end) = grid.PagesOf(ports.Use.Start, ports.Use.End);
            for (var page = first; page < end; page++)
                (byPage[page] ??= []).Add(ports);
        }

        var bridge = new PortTimes(grid, new Page?[grid.Pages]);
        for (var page = 0; page < grid.Pages; page++)
            bridge._pages[page] = byPage[page] is { } rows ? bridge.Lay(page, rows) : null;
        return bridge;
    }

    /// <summary>The same, the ports of one conference being others.</summary>
    public PortTimes With(Guid conferenceId, IReadOnlyCollection<PortUse> had, IReadOnlyCollection<PortUse> has)
    {
        var pages = (Page?[])_pages.Clone();
        foreach (var touched in had.Concat(has).SelectMany(Touched).Distinct())
        {
            var rows = (pages[touched]?.Booked ?? []).Where(ports => ports.ConferenceId != conferenceId)
                .Concat(has.Where(use => Touched(use).Contains(touched)).Select(use => new BookedPorts(conferenceId, use))).ToList();
            pages[touched] = rows.Count > 0 ? Lay(touched, rows) : null;
        }

        return new PortTimes(_grid, pages);
    }

    /// <summary>The bookings that touch a stretch of time.</summary>
    public IEnumerable<PortUse> Within(DateTimeOffset start, DateTimeOffset end)
    {
        var (first, last) = _grid.PagesOf(start, end);
        for (var index = first; index < last; index++)
        {
            var page = _grid.At(index * SlotGrid.PageSteps);
            foreach (var (_, use) in _pages[index]?.Booked ?? [])
            {
                if (use.Start < end && use.End > start && (index == first || use.Start >= page))
                    yield return use;
            }
        }
    }

    /// <summary>The most ports in use at one time in [from, end).</summary>
    public int Peak(int from, int end)
    {
        var peak = 0;
        for (var step = Math.Max(from, 0); step < Math.Min(end, _grid.Steps);)
        {
            var (page, at) = Math.DivRem(step, SlotGrid.PageSteps);
            // A block whose peak is no news need not be looked into.
            var stop = Math.Min((at / Block * Block) + Block, at + end - step);
            if (_pages[page] is { } laid && laid.Peaks[at / Block] > peak)
            {
                foreach (var inUse in laid.InUse.AsSpan(at, stop - at))
                    peak = Math.Max(peak, inUse);
            }

            step += stop - at;
        }

        return peak;
    }

    /// <summary>Sets, in a line of the board, the steps at which more than <paramref name="most"/> ports are in use.</summary>
    public void BusierInto(BitTimeline line, SlotGrid board, int most)
    {
        var first = board.FirstPage - _grid.FirstPage;
        for (var page = 0; page < board.Pages; page++)
        {
            if (_pages[first + page] is not { } laid)
                continue;
            for (var block = 0; block < laid.Peaks.Length; block++)
            {
                if (laid.Peaks[block] <= most)
                    continue;
                var bits = 0UL;
                for (var step = 0; step < Block; step++)
                    bits |= laid.InUse[(block * Block) + step] > most ? 1UL << step : 0;
                line.Words[(page * laid.Peaks.Length) + block] |= bits;
            }
        }
    }

    private IEnumerable<int> Touched(PortUse use)
    {
        var (first, end) = _grid.PagesOf(use.Start, use.End);
        return Enumerable.Range(first, end - first);
    }

    private Page Lay(int index, List<BookedPorts> rows)
    {
        var inUse = PortPeaks.Of(rows.ConvertAll(row => row.Use), _grid, index);
        var peaks = new ushort[SlotGrid.PageSteps / Block];
        for (var step = 0; step < inUse.Length; step++)
            peaks[step / Block] = Math.Max(peaks[step / Block], inUse[step]);
        return new Page(inUse, peaks, [.. rows]);
    }
}
