using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;

namespace Conference.Booking.Availability;

/// <summary>Puts rated starts in words. What several have in common is said once.</summary>
internal sealed class Suggestions(SearchBoard board, SearchRules rules)
{
    private readonly Remark _allRequiredFree = SlotRemarks.AllRequiredFree(board.Seats.Count(seat => seat.Seat.Required));
    private readonly int _wanted = board.Criteria.Participants.Count(participant => !participant.Required);
    private List<BookedSite>? _all;
    private (List<Seat> Seats, Remark Remark)? _untested;

    public SlotSuggestion Of(Candidate candidate)
    {
        var seats = new List<int>(board.Seats.Length);
        candidate.Plan.Take(candidate.Start, seats);
        var start = board.Grid.At(candidate.Start);
        var slot = new BookedSlot
        {
            Start = start,
            End = start + board.Duration,
            BridgeId = candidate.Plan.Main.Bridge.BridgeId,
            LinkedBridgeId = candidate.Plan.Linked?.Bridge.BridgeId,
            Sites = Sites(candidate, seats),
        };
        return new SlotSuggestion
        {
            Slot = slot,
            Score = candidate.Score,
            LeftOut = LeftOut(seats),
            Reasons = Reasons(candidate, seats),
            Warnings = Warnings(candidate, seats, slot.End),
        };
    }

    private Remark Untested(List<Seat> seats)
    {
        if (_untested is not { } said || !said.Seats.SequenceEqual(seats))
            _untested = said = (seats, Wording.Say("connection_test_missing", $"接続テストが未実施または期限切れです：{Wording.NamesJa(seats)}。", $"No valid connection test: {Wording.NamesEn(seats)}."));
        return said.Remark;
    }

    private List<BookedSite> Sites(Candidate candidate, List<int> seats)
    {
        if (candidate.Plan.Linked is { } linked)
        {
            var onLinked = candidate.Plan.OnLinked(candidate.Start, seats);
            return [.. seats.Select((index, at) => Site(index) with { BridgeId = (onLinked[at] ? linked : candidate.Plan.Main).Bridge.BridgeId })];
        }

        return seats.Count == board.Seats.Length ? _all ??= seats.ConvertAll(Site) : seats.ConvertAll(Site);
    }

    private BookedSite Site(int index)
    {
        var seat = board.Seats[index].Seat;
        return new BookedSite { HospitalId = seat.HospitalId, SiteId = seat.SiteId, Required = seat.Required, Ports = seat.Ports };
    }

    private IReadOnlyList<string> LeftOut(List<int> seats)
    {
        if (seats.Count == board.Seats.Length && board.Lineup.Missing.Count == 0)
            return [];
        var taken = seats.ToHashSet();
        return
        [
            .. Enumerable.Range(0, board.Seats.Length).Where(index => !taken.Contains(index)).Select(index => board.Seats[index].Seat.HospitalId),
            .. board.Lineup.Missing.Select(missing => missing.HospitalId),
        ];
    }

    private List<Remark> Reasons(Candidate candidate, List<int> taken)
    {
        var reasons = new List<Remark>(8) { _allRequiredFree };
        if (_wanted > 0)
            reasons.Add(SlotRemarks.OptionalFree(_wanted, candidate.OptionalTaken));
        if (board.Criteria.Professions.Count > 0)
            reasons.Add(SlotRemarks.Professions(board.Criteria.Professions.Distinct().Count(), Bringing(candidate.Day, taken)));
        if (board.Criteria.Window is not null && candidate.Day == board.StartDays[0].Day)
            reasons.Add(SlotRemarks.EarliestDay);
        AddPreferences(reasons, candidate.Preferred);
        if (rules.Ranking.SpacingMinutes > 0)
            reasons.Add(Spacing(candidate));
        if (candidate.Evenings is { InWeek: > 0 } or { Around: > 0 })
            reasons.Add(SlotRemarks.EveningLoad(candidate.Evenings.InWeek, candidate.Evenings.Around));
        if (candidate.Plan.Linked is { } linked)
            reasons.Add(SlotRemarks.Linked(candidate.Plan.Main.Bridge.BridgeId, linked.Bridge.BridgeId));
        if (candidate.ShortNotice && rules.Ranking.LeadTime > 0)
            reasons.Add(SlotRemarks.ShortNotice(rules.Ranking.LeadTimeDays));
        reasons.Add(SlotRemarks.PortsLeft(candidate.PortsLeft));
        return reasons;
    }

    private static void AddPreferences(List<Remark> reasons, Preferred met)
    {
        var requested = met & (Preferred.RequestedDay | Preferred.RequestedHours);
        if (requested != Preferred.None)
        {
            reasons.Add(requested switch
            {
                Preferred.RequestedDay => SlotRemarks.RequestedDay,
                Preferred.RequestedHours => SlotRemarks.RequestedHours,
                _ => SlotRemarks.RequestedTime,
            });
        }

        if (met.HasFlag(Preferred.NetworkDay))
            reasons.Add(SlotRemarks.PreferredDay);
        if (met.HasFlag(Preferred.NetworkHours))
            reasons.Add(SlotRemarks.PreferredHours);
    }

    private Remark Spacing(Candidate candidate)
    {
        var (setup, spacing, nearest) = (rules.Booking.SetupMinutes, rules.Ranking.SpacingMinutes, candidate.Nearest * SlotGrid.StepMinutes);
        return candidate.Crowded == 0 ? SlotRemarks.WellSpaced(spacing)
            : nearest < setup ? SlotRemarks.BookingsTooClose(candidate.Crowded, setup, nearest)
            : SlotRemarks.BookingsCloseBy(candidate.Crowded, spacing, nearest);
    }

    /// <summary>Who of those that take part brings which of the professions wanted, that day.</summary>
    private List<(Profession, IReadOnlyList<Seat>)> Bringing(DateOnly day, List<int> taken)
    {
        var (weekday, bringing) = (day.ToWeekday(), new List<(Profession, IReadOnlyList<Seat>)>());
        foreach (var profession in board.Criteria.Professions.Distinct())
        {
            var by = taken.ConvertAll(index => board.Seats[index].Seat).FindAll(seat => seat.Hospital.Professions.Any(brought => brought.Profession == profession && brought.Days.Contains(weekday)));
            if (by.Count > 0)
                bringing.Add((profession, by));
        }

        return bringing;
    }

    private List<Remark> Warnings(Candidate candidate, List<int> taken, DateTimeOffset end)
    {
        var warnings = new List<Remark>(board.Lineup.Missing.Count + 2);
        List<Seat>? untested = null;
        foreach (var index in taken)
        {
            if (board.Seats[index].Seat is { Facts.TestedUntil: var until } seat && !(until >= end))
                (untested ??= []).Add(seat);
        }

        if (untested is not null)
            warnings.Add(Untested(untested));
        if (board.Criteria.Professions is { Count: > 0 } wanted && wanted.Where(profession => (candidate.Professions & (1 << (int)profession)) == 0).Distinct().ToList() is { Count: > 0 } missing)
            warnings.Add(SlotRemarks.ProfessionsMissing(missing));
        foreach (var (_, why) in board.Lineup.Missing)
            warnings.Add(why);
        return warnings;
    }
}
