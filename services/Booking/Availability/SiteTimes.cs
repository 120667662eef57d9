using Conference.Contracts.Booking;

namespace Conference.Booking.Availability;

/// <summary>A stretch for which a conference has a site, the end exclusive.</summary>
internal readonly record struct BookedTime(Guid ConferenceId, DateTimeOffset Start, DateTimeOffset End);

/// <summary>When a site is booked, in bits and in rows. A change makes new pages where it touches and shares the others.</summary>
internal sealed class SiteTimes : BitPages
{
    private const int DaysInPage = SlotGrid.PageSteps * SlotGrid.StepMinutes / (24 * 60);

    private readonly EveningRule _evening;
    private readonly Page?[] _pages;

    private SiteTimes(SlotGrid grid, EveningRule evening, Page?[] pages) : base(grid) => (_evening, _pages) = (evening, pages);

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

        var site = new SiteTimes(grid, evening, new Page?[grid.Pages]);
        for (var page = 0; page < grid.Pages; page++)
            site._pages[page] = byPage[page] is { } rows ? site.Lay(page, rows) : null;
        return site;
    }

    /// <summary>The same, the times of one conference being others.</summary>
    public SiteTimes With(Guid conferenceId, IReadOnlyCollection<BookedTime> had, IReadOnlyCollection<BookedTime> has)
    {
        var pages = (Page?[])_pages.Clone();
        foreach (var touched in had.Concat(has).SelectMany(Touched).Distinct())
        {
            var rows = (pages[touched]?.Times ?? []).Where(time => time.ConferenceId != conferenceId).Concat(has.Where(time => Touched(time).Contains(touched))).ToList();
            pages[touched] = rows.Count > 0 ? Lay(touched, rows) : null;
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

    /// <summary>The evenings on which the site is booked among so many days, at most 60: a bit a day, the first for the day of that number.</summary>
    public ulong Evenings(int firstDay, int days)
    {
        // The network's day may begin up to 14 hours before or after UTC's.
        var (first, end) = (Math.Max(PageOf(firstDay - 1), 0), Math.Min(PageOf(firstDay + days) + 1, Grid.Pages));
        var evenings = 0UL;
        for (var index = first; index < end; index++)
        {
            if (_pages[index] is not { Evenings: not 0 } page)
                continue;
            var ahead = page.FirstDay - firstDay;
            evenings |= ahead >= 0 ? (ulong)page.Evenings << ahead : page.Evenings >> -ahead;
        }

        return evenings & ((1UL << days) - 1);
    }

    protected override ulong[]? Bits(int page) => _pages[page]?.Bits;

    private int PageOf(int day) => (day / DaysInPage) - Grid.FirstPage;

    private IEnumerable<int> Touched(BookedTime time)
    {
        var (first, end) = Grid.PagesOf(time.Start, time.End);
        return Enumerable.Range(first, end - first);
    }

    private Page Lay(int index, List<BookedTime> rows)
    {
        var (bits, evenings) = (new ulong[WordsInPage], 0u);
        var firstDay = _evening.Time.DayOf(Grid.At(index * SlotGrid.PageSteps)).DayNumber;
        foreach (var row in rows)
        {
            Set(bits, index, Grid, row.Start, row.End);
            if (_evening.DayOf(row.Start) is { } day && day >= firstDay)
                evenings |= 1u << (day - firstDay);
        }

        return new Page(bits, [.. rows], firstDay, evenings);
    }
}
