using System.Collections.Concurrent;
using Conference.Contracts.Requests;

namespace Conference.UnitTests.Booking;

/// <summary>The clock on a place's wall, looked at every minute of a day: nothing of the product's own reckoning is in it.</summary>
internal sealed class WallClock(TimeZoneInfo zone)
{
    private const int MinutesInDay = 24 * 60;
    private static readonly ConcurrentDictionary<(string Zone, DateOnly Day), DateTimeOffset[]> Days = new();

    public DateTime Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant));

    public static Weekday WeekdayOf(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? Weekday.Sun : (Weekday)(day.DayOfWeek - 1);

    /// <summary>When the clock shows the time first; where it is put forward over it, when it would have shown it.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time) => Days.GetOrAdd((zone.Id, day), _ => Watch(day))[(time.Hour * 60) + time.Minute];

    public DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    private DateTimeOffset[] Watch(DateOnly day)
    {
        var shown = new DateTimeOffset?[MinutesInDay];
        var first = new DateTimeOffset(day.AddDays(-1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        foreach (var instant in Enumerable.Range(0, 3 * MinutesInDay).Select(minute => first.AddMinutes(minute)))
        {
            var wall = Of(instant);
            if (DateOnly.FromDateTime(wall) == day)
                shown[(wall.Hour * 60) + wall.Minute] ??= instant;
        }

        for (var minute = 1; minute < MinutesInDay; minute++)
            shown[minute] ??= shown[minute - 1]!.Value.AddMinutes(1);
        return [.. shown.Select(instant => instant!.Value)];
    }
}
