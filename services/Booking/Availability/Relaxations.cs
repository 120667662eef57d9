using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Platform.Time;

namespace Conference.Booking.Availability;

/// <summary>Smaller wishes, cheapest first, each searched for before it is offered.</summary>
internal sealed class Relaxations(SearchBoard board, NetworkTime time, Func<SlotCriteria, SlotSuggestion?> find)
{
    /// <summary>How many days after a window or a fixed start are tried: the snapshot must reach so far.</summary>
    public const int DaysBeyond = 10;

    private const int AtMost = 5;
    private const int ShortestMinutes = 15;
    private static readonly int[] WiderByDays = [2, 4, 7, DaysBeyond];
    private static readonly TimeSpan Nearby = TimeSpan.FromHours(2);
    private static readonly TimeSpan HoursMore = TimeSpan.FromHours(1);
    private static readonly TimeOnly Earliest = new(7, 0);
    private static readonly TimeOnly Latest = new(22, 0);

    private readonly SlotCriteria _wish = board.Criteria;

    private sealed record Wish(string Code, string Ja, string En, SlotCriteria Criteria);

    public IReadOnlyList<Relaxation> Granted()
    {
        var granted = new List<Relaxation>();
        foreach (var wish in Wishes())
        {
            if (granted.Count < AtMost && !granted.Exists(one => one.Change.Code == wish.Code) && Grant(wish) is { } relaxation)
                granted.Add(relaxation);
        }

        return granted;
    }

    private Relaxation? Grant(Wish wish)
    {
        if (find(wish.Criteria)?.Slot.Start is not { } start)
            return null;

        var local = time.ToLocal(start);
        return new Relaxation
        {
            Change = Wording.Say(wish.Code, $"{wish.Ja} {Wording.MomentJa(local)} から可能です。", $"{wish.En} it fits from {Wording.MomentEn(local)}."),
            Start = start,
            DurationMinutes = wish.Criteria.DurationMinutes,
            MakeOptional = [.. _wish.Participants.Except(wish.Criteria.Participants).Select(participant => participant.HospitalId)],
        };
    }

    // Wishes of one code are alternatives: the first that can be granted is offered.
    private IEnumerable<Wish> Wishes() =>
        [.. Shorter(15), .. Shorter(30), .. _wish.Window is { } window ? OtherDays(window) : OtherTimes(_wish.Start!.Value), .. FewerRequired()];

    private IEnumerable<Wish> Shorter(int minutes)
    {
        if (_wish.DurationMinutes - minutes >= ShortestMinutes)
            yield return new Wish("shorten", $"{minutes}分短縮すれば", $"Shortened by {minutes} minutes,", _wish with { DurationMinutes = _wish.DurationMinutes - minutes });
    }

    private IEnumerable<Wish> OtherDays(DateWindow window)
    {
        var hours = _wish.Hours;
        foreach (var days in WiderByDays)
            yield return new Wish("widen_window", $"期間を{days}日延ばせば", $"With the window {days} days longer,", _wish with { Window = window with { To = window.To.AddDays(days) } });
        if (hours.To < Latest)
        {
            var to = Latest - hours.To < HoursMore ? Latest : hours.To.Add(HoursMore);
            yield return new Wish("later_hours", $"終了を {to:HH\\:mm} まで認めれば", $"Ending by {to:HH\\:mm},", _wish with { Hours = hours with { To = to } });
        }

        if (hours.From > Earliest)
        {
            var from = hours.From - Earliest < HoursMore ? Earliest : hours.From.Add(-HoursMore);
            yield return new Wish("earlier_hours", $"{from:HH\\:mm} からの開始を認めれば", $"Starting from {from:HH\\:mm},", _wish with { Hours = hours with { From = from } });
        }
    }

    private IEnumerable<Wish> OtherTimes(DateTimeOffset start)
    {
        var (day, wall) = (time.DayOf(start), TimeOnly.FromDateTime(time.ToLocal(start).DateTime));
        foreach (var (from, to) in new[] { (Shift(wall, -Nearby), Shift(wall, Nearby + board.Duration)), (Earliest, Latest) })
        {
            var hours = new LocalHours { From = from, To = to, Days = [day.ToWeekday()], SkipHolidays = false };
            yield return new Wish("other_time", "同じ日の別の時刻なら", "At another time of the day,", _wish with { Start = null, Window = new DateWindow { From = day, To = day }, Hours = hours });
        }

        foreach (var later in Enumerable.Range(1, DaysBeyond).Select(day.AddDays).OrderBy(IsRest))
            yield return new Wish("other_day", "別の日の同じ時刻なら", "On another day at the same time,", _wish with { Start = time.At(later, wall) });
    }

    private bool IsRest(DateOnly day) => board.RestDays.Contains(day) || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static TimeOnly Shift(TimeOnly wall, TimeSpan by) => (wall.ToTimeSpan() + by) switch
    {
        var time when time < Earliest.ToTimeSpan() => Earliest,
        var time when time > Latest.ToTimeSpan() => Latest,
        var time => TimeOnly.FromTimeSpan(time),
    };

    /// <summary>The fewest required hospitals that would have to become optional, by the start that asks for the fewest.</summary>
    private IEnumerable<Wish> FewerRequired()
    {
        var impossible = board.Lineup.Impossible.Select(one => one.HospitalId).ToList();
        var required = board.Required.ToList();
        if (Easiest(required, impossible.Count) is not { } easiest)
            yield break;

        var seats = required.Where(seat => seat.Blocked[easiest]).Select(seat => seat.Seat).ToList();
        var freed = seats.Select(seat => seat.HospitalId).Concat(impossible).ToHashSet();
        var ja = string.Join("、", impossible.Concat(seats.Select(Wording.NameJa)));
        var en = string.Join(", ", impossible.Concat(seats.Select(Wording.NameEn)));
        yield return new Wish("make_optional", $"{ja} を任意参加にすれば", $"With {en} optional,", _wish with
        {
            Participants = [.. _wish.Participants.Select(participant => freed.Contains(participant.HospitalId) ? participant with { Required = false } : participant)],
        });
    }

    private int? Easiest(List<SeatBoard> required, int impossible)
    {
        (int Blocked, int? Start) fewest = (required.Count, null);
        for (var start = board.Allowed.Next(0); start < board.Grid.Steps; start = board.Allowed.Next(start + 1))
        {
            var blocked = 0;
            foreach (var seat in required)
                blocked += seat.Blocked[start] ? 1 : 0;
            if (blocked < fewest.Blocked && blocked + impossible > 0 && PortsMissing(required, start) <= 0)
                fewest = (blocked, start);
        }

        return fewest.Start;
    }

    private int PortsMissing(List<SeatBoard> required, int start) =>
        required.Where(seat => !seat.Blocked[start]).Sum(seat => seat.Seat.Ports) - board.MostFreePorts(start);
}
