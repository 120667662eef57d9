using Conference.Platform.Time;

namespace Conference.Portal.Components;

/// <summary>A day and a time of day as somebody entered them.</summary>
internal static class WallTime
{
    /// <summary>The day as entered; the one before where the field was emptied, or the day is beyond what an instant can be.</summary>
    public static DateOnly Or(this DateOnly entered, DateOnly before) => Exists(entered) ? entered : before;

    /// <summary>The instant that they mean; null where one is missing, or beyond what an instant can be.</summary>
    public static DateTimeOffset? InstantOf(this NetworkTime network, DateOnly? day, TimeOnly? time) =>
        day is { } date && Exists(date) && time is { } clock ? network.At(date, clock) : null;

    private static bool Exists(DateOnly day) => day.Year is > 1 and < 9999;
}
