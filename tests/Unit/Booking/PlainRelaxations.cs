using Conference.Contracts.Booking;
using Conference.Contracts.Requests;

namespace Conference.UnitTests.Booking;

/// <summary>A smaller wish, and what is said of it in words.</summary>
internal sealed record PlainRelaxation(string Code, string Said, SlotCriteria Criteria);

/// <summary>What may be offered in place of a wish that cannot be granted; of one kind the cheapest first.</summary>
internal static class PlainRelaxations
{
    private static readonly TimeOnly Earliest = new(7, 0);
    private static readonly TimeOnly Latest = new(22, 0);

    public static IEnumerable<PlainRelaxation> Of(SlotCriteria wish, Oracle oracle) =>
        [.. Shorter(wish), .. wish.Window is { } window ? WiderDays(wish, window).Concat(WiderHours(wish)) : OtherTimes(wish, oracle).Concat(OtherDays(wish, oracle))];

    private static IEnumerable<PlainRelaxation> Shorter(SlotCriteria wish) => new[] { 15, 30 }
        .Where(minutes => wish.DurationMinutes - minutes >= 15)
        .Select(minutes => new PlainRelaxation("shorten", $"{minutes}分", wish with { DurationMinutes = wish.DurationMinutes - minutes }));

    private static IEnumerable<PlainRelaxation> WiderDays(SlotCriteria wish, DateWindow window) => new[] { 2, 4, 7, 10 }
        .Select(days => new PlainRelaxation("widen_window", $"を{days}日", wish with { Window = window with { To = window.To.AddDays(days) } }));

    private static IEnumerable<PlainRelaxation> WiderHours(SlotCriteria wish)
    {
        var (hours, later, earlier) = (wish.Hours, Math.Min(wish.Hours.To.Hour + 1, 22), Math.Max(wish.Hours.From.Hour - 1, 7));
        var (to, from) = (new TimeOnly(later, later == 22 ? 0 : hours.To.Minute), new TimeOnly(earlier, hours.From.Hour <= 7 ? 0 : hours.From.Minute));
        if (hours.To < Latest)
            yield return new PlainRelaxation("later_hours", $"{to:HH\\:mm}", wish with { Hours = hours with { To = to } });
        if (hours.From > Earliest)
            yield return new PlainRelaxation("earlier_hours", $"{from:HH\\:mm}", wish with { Hours = hours with { From = from } });
    }

    private static IEnumerable<PlainRelaxation> OtherTimes(SlotCriteria wish, Oracle oracle)
    {
        var wall = oracle.Clock.Of(wish.Start!.Value);
        var (day, minute) = (DateOnly.FromDateTime(wall), (wall.Hour * 60) + wall.Minute);
        foreach (var (from, to) in new[] { (Within(minute - 120), Within(minute + 120 + wish.DurationMinutes)), (Earliest, Latest) })
        {
            var hours = new LocalHours { From = from, To = to, Days = Enum.GetValues<Weekday>(), SkipHolidays = false };
            yield return new PlainRelaxation("other_time", "", wish with { Start = null, Window = new DateWindow { From = day, To = day }, Hours = hours });
        }
    }

    private static IEnumerable<PlainRelaxation> OtherDays(SlotCriteria wish, Oracle oracle)
    {
        var wall = oracle.Clock.Of(wish.Start!.Value);
        return Enumerable.Range(1, 10).Select(DateOnly.FromDateTime(wall).AddDays)
            .OrderBy(day => oracle.IsRestDay(day) || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            .Select(day => new PlainRelaxation("other_day", "", wish with { Start = oracle.Clock.At(day, TimeOnly.FromDateTime(wall)) }));
    }

    private static TimeOnly Within(int minute) => minute < 7 * 60 ? Earliest : minute > 22 * 60 ? Latest : new TimeOnly(minute / 60, minute % 60);
}
