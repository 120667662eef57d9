using Conference.Booking.Bridges;

namespace Conference.Booking.Availability;

/// <summary>The stretch of time that is kept in memory: from some weeks ago, whose evenings may still count, to beyond the latest day that a window may end.</summary>
internal sealed class Horizon
{
    private static readonly TimeSpan Back = TimeSpan.FromDays(24);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(540);
    private static readonly TimeSpan TwoPages = 2 * TimeSpan.FromMinutes(SlotGrid.PageSteps * SlotGrid.StepMinutes);

    public Horizon(DateTimeOffset now, EveningRule evening)
    {
        Evening = evening;
        Grid = new SlotGrid(new DateTimeOffset(0, TimeSpan.Zero), now - Back, now + Ahead);
        Days = new LocalDays(evening.Time, Grid.From, Grid.To);
        (Empty, Unused) = (SiteTimes.Of([], Grid, evening), PortTimes.Of([], Grid));
    }

    public SlotGrid Grid { get; }

    public LocalDays Days { get; }

    public EveningRule Evening { get; }

    /// <summary>A site without bookings.</summary>
    public SiteTimes Empty { get; }

    /// <summary>A bridge without bookings.</summary>
    public PortTimes Unused { get; }

    /// <summary>Whether the stretch is still the right one; a page is 16 days.</summary>
    public bool IsOf(DateTimeOffset now) => now - Back < Grid.From + TwoPages;

    public bool Covers(DateTimeOffset from, DateTimeOffset to) => from >= Grid.From && to <= Grid.To;
}
