using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Platform.Time;

namespace Conference.Booking.Availability;

/// <summary>What can be given up of a wish, the cheapest first. Those of one code are alternatives: the first that helps is enough.</summary>
internal sealed class SmallerWishes(SearchBoard board, NetworkTime time)
{
    private const int ShortestMinutes = 15;
    private static readonly int[] ShorterByMinutes = [15, 30];
    private static readonly int[] WiderByDays = [2, 4, 7, Relaxations.DaysBeyond];
    private static readonly TimeSpan Nearby = TimeSpan.FromHours(2);
    private static readonly TimeSpan HoursMore = TimeSpan.FromHours(1);
    private static readonly TimeOnly Earliest = new(7, 0);
    private static readonly TimeOnly Latest = new(22, 0);

    private readonly SlotCriteria _wish = board.Criteria;

    public IEnumerable<SmallerWish> Shorter() => ShorterByMinutes
        .Where(minutes => _wish.DurationMinutes - minutes >= ShortestMinutes)
        .Select(minutes => new SmallerWish("shorten", $"{minutes}分短縮すれば", $"{minutes}分短縮し、", $"shortened by {minutes} minutes", wish => wish with { DurationMinutes = _wish.DurationMinutes - minutes }));

    public IEnumerable<SmallerWish> OtherTimes() => _wish.Window is { } window ? OtherDays(window) : OtherStarts(_wish.Start!.Value);

    /// <summary>The fewest required hospitals made optional, by the board of the wish that is left; null where that helps nothing.</summary>
    public static SmallerWish? FewerRequired(SearchBoard board)
    {
        if (new Dispensable(board).Fewest() is not { } seats)
            return null;
        var impossible = board.Lineup.Impossible.Select(one => one.HospitalId).ToList();
        var freed = seats.Select(seat => seat.HospitalId).Concat(impossible).ToHashSet();
        var (ja, en) = (Wording.NamesJa([.. impossible, .. seats.Select(Wording.NameJa)]), Wording.NamesEn([.. impossible, .. seats.Select(Wording.NameEn)]));
        return freed.Count == 0 ? null : new SmallerWish("make_optional", $"{ja} を任意参加にすれば", $"{ja} を任意参加にし、", $"with {en} optional", wish => wish with
        {
            Participants = [.. wish.Participants.Select(participant => freed.Contains(participant.HospitalId) ? participant with { Required = false } : participant)],
        });
    }

    private IEnumerable<SmallerWish> OtherDays(DateWindow window)
    {
        var hours = _wish.Hours;
        foreach (var days in WiderByDays)
            yield return new SmallerWish("widen_window", $"期間を{days}日延ばせば", $"期間を{days}日延ばし、", $"with the window {days} days longer", wish => wish with { Window = window with { To = window.To.AddDays(days) } });
        if (hours.To < Latest)
        {
            var to = Latest - hours.To < HoursMore ? Latest : hours.To.Add(HoursMore);
            yield return new SmallerWish("later_hours", $"終了を {to:HH\\:mm} まで認めれば", $"終了を {to:HH\\:mm} まで認め、", $"ending by {to:HH\\:mm}", wish => wish with { Hours = wish.Hours with { To = to } });
        }

        if (hours.From > Earliest)
        {
            var from = hours.From - Earliest < HoursMore ? Earliest : hours.From.Add(-HoursMore);
            yield return new SmallerWish("earlier_hours", $"{from:HH\\:mm} からの開始を認めれば", $"{from:HH\\:mm} からの開始を認め、", $"starting from {from:HH\\:mm}", wish => wish with { Hours = wish.Hours with { From = from } });
        }
    }

    private IEnumerable<SmallerWish> OtherStarts(DateTimeOffset start)
    {
        var (day, wall) = (time.DayOf(start), TimeOnly.FromDateTime(time.ToLocal(start).DateTime));
        foreach (var (from, to) in new[] { (Shift(wall, -Nearby), Shift(wall, Nearby + board.Duration)), (Earliest, Latest) })
        {
            var hours = new LocalHours { From = from, To = to, Days = [day.ToWeekday()], SkipHolidays = false };
            yield return new SmallerWish("other_time", "同じ日の別の時刻なら", "同じ日の別の時刻にし、", "at another time of the day", wish => wish with { Start = null, Window = new DateWindow { From = day, To = day }, Hours = hours });
        }

        foreach (var later in Enumerable.Range(1, Relaxations.DaysBeyond).Select(day.AddDays).OrderBy(IsRest))
            yield return new SmallerWish("other_day", "別の日の同じ時刻なら", "別の日の同じ時刻にし、", "on another day at the same time", wish => wish with { Start = time.At(later, wall) });
    }

    private bool IsRest(DateOnly day) => board.RestDays.Contains(day) || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static TimeOnly Shift(TimeOnly wall, TimeSpan by) => (wall.ToTimeSpan() + by) switch
    {
        var time when time < Earliest.ToTimeSpan() => Earliest,
        var time when time > Latest.ToTimeSpan() => Latest,
        var time => TimeOnly.FromTimeSpan(time),
    };
}
