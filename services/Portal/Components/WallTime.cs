using Conference.Platform.Time;

namespace Conference.Portal.Components;

/// <summary>A day and a time of day as somebody entered them.</summary>
internal static class WallTime
{
    /// <summary>The instant that they mean; null where one is missing, or beyond what an instant can be.</summary>
    public static DateTimeOffset? InstantOf(this NetworkTime network, DateOnly? day, TimeOnly? time) =>
        day is { Year: > 1 and < 9999 } date && time is { } clock ? network.At(date, clock) : null;
}
