using System.Numerics;
using Conference.Contracts.Booking;

namespace Conference.Booking.Availability;

/// <summary>A stretch for which a conference has a site, the end exclusive.</summary>
internal readonly record struct BookedTime(Guid ConferenceId, DateTimeOffset Start, DateTimeOffset End);

/// <summary>When a site is booked, in bits and in rows. A change makes new pages where it touches and shares the others.</summary>
internal sealed class SiteTimes : BitPages
{
    private const int DaysInWeek = 7;
    private const uint Week = (1u << DaysInWeek) - 1;

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

    /// <summary>On how many evenings of a week, counted from the calendar's first, the site is booked.</summary>
    public int Evenings(int week)
    {
        var monday = new DateOnly(1, 1, 1).AddDays(week * DaysInWeek).ToDateTime(TimeOnly.MinValue);
        // The network's day may begin up to 14 hours before or after UTC's.
        var (first, end) = Grid.PagesOf(new DateTimeOffset(monday.AddDays(-1), TimeSpan.Zero), new DateTimeOffset(monday.AddDays(DaysInWeek + 1), TimeSpan.Zero));
        var evenings = 0u;
        for (var index = first; index < end; index++)
        {
            if (_pages[index] is not { Evenings: not 0 } page)
                continue;
            var ahead = (week * DaysInWeek) - page.FirstDay;
            evenings |= ahead is >= 32 or <= -DaysInWeek ? 0 : ahead >= 0 ? page.Evenings >> ahead : page.Evenings << -ahead;
        }

        return BitOperations.PopCount(evenings & Week);
    }

    protected override ulong[]? Bits(int page) => _pages[page]?.Bits;

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
