using Conference.Booking.Network;

namespace Conference.Booking.Availability;

/// <summary>When a site is closed, by plan, by the week or on holidays.</summary>
internal sealed class ClosedTimes : BitPages
{
    private readonly ulong[]?[] _pages;

    private ClosedTimes(SlotGrid grid) : base(grid) => _pages = new ulong[grid.Pages][];

    public static ClosedTimes Of(KnownClosures? closures, SlotGrid grid, LocalDays days, RestDays restDays)
    {
        var closed = new ClosedTimes(grid);
        foreach (var time in closures is null ? [] : BusyTimes.Closed(closures, days, restDays))
        {
            var (first, end) = grid.PagesOf(time.Start, time.End);
            for (var page = first; page < end; page++)
                Set(closed._pages[page] ??= new ulong[WordsInPage], page, grid, time.Start, time.End);
        }

        return closed;
    }

    protected override ulong[]? Bits(int page) => _pages[page];
}
