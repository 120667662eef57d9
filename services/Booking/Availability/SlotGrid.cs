namespace Conference.Booking.Availability;

/// <summary>
/// A stretch of time cut in steps of five minutes, and in pages of 16 days. Steps fall on the clock's five minutes, so
/// that what is laid out once serves every search; only a fixed start at 17:32 has steps of its own, so that it is met
/// exactly and not rounded.
/// </summary>
internal sealed class SlotGrid
{
    public const int StepMinutes = 5;

    /// <summary>16 days: the fewest that are whole words of 64 bits and whole vectors of 512.</summary>
    public const int PageSteps = 16 * 24 * 60 / StepMinutes;

    private const long TicksPerStep = StepMinutes * TimeSpan.TicksPerMinute;
    private const long TicksPerPage = PageSteps * TicksPerStep;
    private readonly long _origin;

    /// <summary>Whole pages around [<paramref name="from"/>, <paramref name="to"/>), with a step at <paramref name="anchor"/>.</summary>
    public SlotGrid(DateTimeOffset anchor, DateTimeOffset from, DateTimeOffset to)
    {
        Offset = anchor.UtcTicks % TicksPerStep;
        FirstPage = (int)((from.UtcTicks - Offset) / TicksPerPage);
        Pages = (int)((to.UtcTicks - Offset + TicksPerPage - 1) / TicksPerPage) - FirstPage;
        _origin = Offset + (FirstPage * TicksPerPage);
    }

    /// <summary>Ticks by which the steps are off the clock's five minutes; mostly none.</summary>
    public long Offset { get; }

    /// <summary>Number of the first page, counted from the calendar's first day.</summary>
    public int FirstPage { get; }

    public int Pages { get; }

    public int Steps => Pages * PageSteps;

    public DateTimeOffset From => At(0);

    public DateTimeOffset To => At(Steps);

    /// <summary>Steps that a length of time touches.</summary>
    public static int StepsIn(TimeSpan length) => (int)((length.Ticks + TicksPerStep - 1) / TicksPerStep);

    /// <summary>Whether every step of the other is a step of this one.</summary>
    public bool Covers(SlotGrid other) => Offset == other.Offset && other.FirstPage >= FirstPage && other.FirstPage + other.Pages <= FirstPage + Pages;

    /// <summary>The number here of the other's first step.</summary>
    public int StepOf(SlotGrid other) => (other.FirstPage - FirstPage) * PageSteps;

    /// <summary>The pages, counted from the first, that a stretch of time touches; the end exclusive.</summary>
    public (int First, int End) PagesOf(DateTimeOffset start, DateTimeOffset end) => (Floor(start) / PageSteps, (Ceiling(end) + PageSteps - 1) / PageSteps);

    public DateTimeOffset At(int step) => new(_origin + (step * TicksPerStep), TimeSpan.Zero);

    /// <summary>The last step that begins at or before the instant, within the grid.</summary>
    public int Floor(DateTimeOffset instant) => FloorOf(instant.UtcTicks);

    /// <summary>The first step that begins at or after the instant, within the grid.</summary>
    public int Ceiling(DateTimeOffset instant) => CeilingOf(instant.UtcTicks);

    public int FloorOf(long ticks) => (int)Math.Clamp((ticks - _origin) / TicksPerStep, 0, Steps);

    public int CeilingOf(long ticks) => (int)Math.Clamp((ticks - _origin + TicksPerStep - 1) / TicksPerStep, 0, Steps);

    /// <summary>Whether a step begins, or would begin, at exactly this instant.</summary>
    public bool IsOnStep(DateTimeOffset instant) => (instant.UtcTicks - _origin) % TicksPerStep == 0;
}
