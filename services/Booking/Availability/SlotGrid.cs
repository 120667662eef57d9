namespace Conference.Booking.Availability;

/// <summary>
/// A stretch of time cut in steps of five minutes. The anchor falls on a step, so that a fixed start at 17:32 is met
/// exactly and not rounded.
/// </summary>
internal sealed class SlotGrid
{
    public const int StepMinutes = 5;

    private const long TicksPerStep = StepMinutes * TimeSpan.TicksPerMinute;
    private readonly long _origin;

    public SlotGrid(DateTimeOffset anchor, DateTimeOffset from, DateTimeOffset to)
    {
        _origin = anchor.UtcTicks - (StepsIn(anchor - from) * TicksPerStep);
        Steps = Ceiling(to.UtcTicks - _origin);
    }

    public int Steps { get; }

    public DateTimeOffset From => At(0);

    public DateTimeOffset To => At(Steps);

    /// <summary>Steps that a length of time touches.</summary>
    public static int StepsIn(TimeSpan length) => Ceiling(length.Ticks);

    public DateTimeOffset At(int step) => new(_origin + (step * TicksPerStep), TimeSpan.Zero);

    /// <summary>The last step that begins at or before the instant, within the grid.</summary>
    public int Floor(DateTimeOffset instant) => Clamp(instant, 0);

    /// <summary>The first step that begins at or after the instant, within the grid.</summary>
    public int Ceiling(DateTimeOffset instant) => Clamp(instant, TicksPerStep - 1);

    /// <summary>Whether a step begins, or would begin, at exactly this instant.</summary>
    public bool IsOnStep(DateTimeOffset instant) => (instant.UtcTicks - _origin) % TicksPerStep == 0;

    private int Clamp(DateTimeOffset instant, long roundUp) =>
        (int)Math.Clamp((instant.UtcTicks - _origin + roundUp) / TicksPerStep, 0, Steps);

    private static int Ceiling(long ticks) => (int)((ticks + TicksPerStep - 1) / TicksPerStep);
}
