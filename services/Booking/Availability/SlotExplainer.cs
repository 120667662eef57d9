using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Platform.Time;

namespace Conference.Booking.Availability;

/// <summary>Says why a search found nothing: what blocks, and which smaller wishes can be granted.</summary>
internal sealed class SlotExplainer(SearchBoard board, NetworkTime time, Func<SlotCriteria, SearchBoard> lay, Func<SearchBoard, SlotSuggestion?> find)
{
    public SlotExplanation Explain()
    {
        var (summary, blocking, hospitals) = Blocking();
        return new SlotExplanation
        {
            Summary = summary,
            Blocking = blocking,
            BlockingHospitals = hospitals,
            Relaxations = new Relaxations(board, time, lay, find).Granted(),
        };
    }

    private (Remark Summary, IReadOnlyList<Remark> Blocking, IReadOnlyList<string> Hospitals) Blocking()
    {
        if (board.Lineup.Impossible is { Count: > 0 } impossible)
            return (Wording.Say("hospital_cannot_be_booked", "予約できない必須施設があります。", "A required hospital cannot be booked."), [.. impossible.Select(one => one.Why)], [.. impossible.Select(one => one.HospitalId)]);
        if (board.StartDays.Count == 0 || board.Allowed.IsEmpty())
            return (NoStart(), [], []);

        return board.Plans.Any(plan => plan.CouldFit) ? Busy() : (PortsNamed.Never(board), [], []);
    }

    private (Remark, IReadOnlyList<Remark>, IReadOnlyList<string>) Busy()
    {
        var required = board.Required.ToList();
        var free = board.RequiredFree();
        if (free.IsEmpty())
        {
            var set = BlockingSet.Smallest(board.Allowed, required);
            return (AtNoTime("required_never_free", "必須施設がそろって空いている時間がありません。", "there is no time at which all required hospitals are free."), Remarks(set, board.Allowed), [.. set.Select(seat => seat.Seat.HospitalId)]);
        }

        var withPorts = board.Allowed.Copy();
        withPorts.AndNot(board.PortsShort(board.Allowed));
        var blockers = withPorts.IsEmpty() ? [] : BlockingSet.Smallest(withPorts, required);
        return (AtNoTime("ports_taken", "必須施設が空いている時間には接続ポートが足りません。", "whenever the required hospitals are free, too few bridge ports are."), [PortsNamed.Taken(board, free), .. Remarks(blockers, withPorts)], [.. blockers.Select(seat => seat.Seat.HospitalId)]);
    }

    private Remark NoStart()
    {
        var (criteria, hours) = (board.Criteria, board.Criteria.Hours);
        if (board.StartDays.Count > 0)
            return Wording.Say("all_times_avoided", "残る時間はすべて、すでに都合がつかないとされた時間です。", "All times left are ones that were ruled out before.");
        if (criteria.Start is not null)
            return Wording.Say("start_too_early", "開始時刻が過ぎているか、案内に間に合いません。", "The start has passed, or leaves no time to invite.");
        if (hours.SkipHolidays && Enumerable.Range(0, criteria.Window!.To.DayNumber - criteria.Window.From.DayNumber + 1).Select(criteria.Window.From.AddDays).All(board.RestDays.Contains))
            return Wording.Say("only_rest_days", "期間がすべて祝日または年末年始（12/29～1/3）です。", "The window holds nothing but holidays or the New Year's closure (29 December to 3 January).");
        return hours.From.ToTimeSpan() + board.Duration > hours.To.ToTimeSpan()
            ? Wording.Say("hours_too_short", $"{hours.From:HH\\:mm}～{hours.To:HH\\:mm} に {criteria.DurationMinutes} 分は入りません。", $"{criteria.DurationMinutes} minutes do not fit between {hours.From:HH\\:mm} and {hours.To:HH\\:mm}.")
            : Wording.Say("no_day_left", "期間内に、指定の曜日・時間帯でこれから開催できる日がありません。", "The window has no day left on the days and hours asked for.");
    }

    private Remark AtNoTime(string code, string ja, string en) => board.Criteria.Start is null
        ? Wording.Say(code, $"期間内に{ja}", $"In the window, {en}")
        : Wording.Say(code, $"指定の時刻では、{ja}", $"At the time asked for, {en}");

    private List<Remark> Remarks(IReadOnlyList<SeatBoard> seats, BitTimeline starts) => [.. seats.SelectMany(new SeatRemarks(board, time, starts).Of)];
}
