using System.Numerics;
using Conference.Contracts.Booking;

namespace Conference.Booking.Availability;

/// <summary>A stretch for which a conference has a site, the end exclusive.</summary>
internal readonly record struct BookedTime(Guid ConferenceId, DateTimeOffset Start, DateTimeOffset End);

/// <summary>When a site is booked, in bits and in rows. A change makes new pages where it touches and shares the others.</summary>
internal sealed class SiteTimes : BitPages
{
    // The network's day may begin before a page does.
    private const int DaysInPageAtMost = 32;

    private readonly EveningRule _evening;
    private readonly Page?[] _pages;
    private readonly int _firstDay;
    private readonly ulong[] _evenings;

    private SiteTimes(SlotGrid grid, EveningRule evening, Page?[] pages) : base(grid)
    {
        (_evening, _pages, _firstDay) = (evening, pages, evening.Time.DayOf(grid.From).DayNumber);
        _evenings = Gather(pages, _firstDay);
    }

    /// <summary>Evenings are bits, a day each, the first being the page's first day.</summary>
    private sealed record Page(ulong[] Bits, BookedTime[] Times, int FirstDay, uint Evenings);

    public static SiteTimes Of(IEnumerable<BookedTime> times, SlotGrid grid, EveningRule evening)
    {
        var byPage = new List<BookedTime>?[grid.Pages];
        foreach (var time in times)
        {
            var (first, end) = grid.PagesOf(time.Start, time.End);
            for (var page = first; page < end; page++)
                (byPage[page] ??= []).Add(time);
        }

        var pages = new Page?[grid.Pages];
        for (var page = 0; page < grid.Pages; page++)
            pages[page] = byPage[page] is { } rows ? Lay(page, rows, grid, evening) : null;
        return new SiteTimes(grid, evening, pages);
    }

    /// <summary>The same, the times of one conference being others.</summary>
    public SiteTimes With(Guid conferenceId, IReadOnlyCollection<BookedTime> had, IReadOnlyCollection<BookedTime> has)
    {
        var pages = (Page?[])_pages.Clone();
        foreach (var touched in had.Concat(has).SelectMany(Touched).Distinct())
        {
            var rows = (pages[touched]?.Times ?? []).Where(time => time.ConferenceId != conferenceId).Concat(has.Where(time => Touched(time).Contains(touched))).ToList();
            pages[touched] = rows.Count > 0 ? Lay(touched, rows, Grid, _evening) : null;
        }

        return new SiteTimes(Grid, _evening, pages);
    }

    /// <summary>All that is booked, by start.</summary>
    public IReadOnlyList<TimeRange> Ranges() =>
    [
        .. _pages.SelectMany((page, index) => (page?.Times ?? []).Where(time => index == 0 || time.Start >= Grid.At(index * SlotGrid.PageSteps)))
            .OrderBy(time => time.Start)
            .Select(time => new TimeRange { Start = time.Start, End = time.End }),
    ];

    /// <summary>The evenings on which the site is booked among so many days, fewer than 64: a bit a day, the first for the day of that number.</summary>
    public ulong Evenings(int firstDay, int days)
    {
        var at = firstDay - _firstDay;
        var (word, bit) = (at >> BitOperations.Log2(BitWords.WordBits), at & (BitWords.WordBits - 1));
        var evenings = bit == 0 ? EveningsIn(word) : (EveningsIn(word) >> bit) | (EveningsIn(word + 1) << (BitWords.WordBits - bit));
        return evenings & ((1UL << days) - 1);
    }

    protected override ulong[]? Bits(int page) => _pages[page]?.Bits;

    private ulong EveningsIn(int word) => (uint)word < (uint)_evenings.Length ? _evenings[word] : 0;

    private IEnumerable<int> Touched(BookedTime time)
    {
        var (first, end) = Grid.PagesOf(time.Start, time.End);
        return Enumerable.Range(first, end - first);
    }

    private static Page Lay(int index, List<BookedTime> rows, SlotGrid grid, EveningRule evening)
    {
        var (bits, evenings) = (new ulong[WordsInPage], 0u);
        var firstDay = evening.Time.DayOf(grid.At(index * SlotGrid.PageSteps)).DayNumber;
        foreach (var row in rows)
        {
            Set(bits, index, grid, row.Start, row.End);
            if (evening.DayOf(row.Start) is { } day && day >= firstDay)
                evenings |= 1u << (day - firstDay);
        }

        return new Page(bits, [.. rows], firstDay, evenings);
    }

    /// <summary>The evenings of all pages, a bit a day.</summary>
    private static ulong[] Gather(Page?[] pages, int firstDay)
    {
        var last = Array.FindLast(pages, page => page is { Evenings: not 0 });
        var evenings = last is null ? [] : new ulong[((last.FirstDay - firstDay + DaysInPageAtMost) / BitWords.WordBits) + 1];
        foreach (var page in pages)
        {
            for (var rest = page?.Evenings ?? 0; rest != 0; rest &= rest - 1)
            {
                var day = page!.FirstDay - firstDay + BitOperations.TrailingZeroCount(rest);
                evenings[day / BitWords.WordBits] |= 1UL << (day % BitWords.WordBits);
            }
        }

        return evenings;
    }
}
