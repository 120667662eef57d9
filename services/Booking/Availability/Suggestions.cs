using Conference.Contracts;
using Conference.Contracts.Booking;

namespace Conference.Booking.Availability;

/// <summary>Puts a rated start in words.</summary>
internal static class Suggestions
{
    public static SlotSuggestion Of(Candidate candidate, SearchBoard board, SearchRules rules)
    {
        var ports = board.FreePorts(candidate.Bridge, candidate.Start) - board.RequiredPorts;
        var taken = board.Required.Concat(Ranking.OptionalTaken(board, candidate.Start, ports)).Select(seat => seat.Seat).ToList();
        var start = board.Grid.At(candidate.Start);
        var slot = new BookedSlot
        {
            Start = start,
            End = start + board.Duration,
            BridgeId = candidate.Bridge.Bridge.BridgeId,
            Sites = taken.ConvertAll(seat => new BookedSite { HospitalId = seat.HospitalId, SiteId = seat.SiteId, Required = seat.Required, Ports = seat.Ports }),
        };
        return new SlotSuggestion
        {
            Slot = slot,
            Score = candidate.Score,
            LeftOut = [.. board.Seats.Select(seat => seat.Seat).Except(taken).Select(seat => seat.HospitalId), .. board.Lineup.Missing.Select(missing => missing.HospitalId)],
            Reasons = [.. Reasons(candidate, board, rules)],
            Warnings = [.. Warnings(taken, slot.End, board.Lineup)],
        };
    }

    private static IEnumerable<Remark> Reasons(Candidate candidate, SearchBoard board, SearchRules rules)
    {
        var (required, wanted, spacing) = (board.Required.Count(), board.Criteria.Participants.Count(participant => !participant.Required), rules.Ranking.SpacingMinutes);
        yield return Wording.Say("all_required_free", $"必須の {required} 施設がすべて空いています。", $"All {required} required hospitals are free.");
        if (wanted > 0)
            yield return Wording.Say("optional_free", $"任意の {wanted} 施設中 {candidate.OptionalTaken} 施設が参加できます。", $"{candidate.OptionalTaken} of {wanted} optional hospitals can take part.");
        if (board.Criteria.Window is not null && candidate.Day == board.StartDays[0].Day)
            yield return Wording.Say("earliest_day", "候補のうち最も早い日です。", "It is the earliest day of those asked for.");
        if (candidate.Preferred)
            yield return Wording.Say("preferred_hours", "集まりやすい時間帯です。", "It lies in the preferred hours.");
        if (candidate.Crowded > 0)
            yield return Wording.Say("bookings_close_by", $"{candidate.Crowded} 施設は前後 {spacing} 分以内に別の予約があります。", $"{candidate.Crowded} hospitals have another booking within {spacing} minutes of it.");
        else
            yield return Wording.Say("well_spaced", $"前後 {spacing} 分に別の予約のある施設はありません。", $"No hospital has another booking within {spacing} minutes of it.");
        if (candidate.Evenings > 0)
            yield return Wording.Say("evening_load", $"この週の夜、参加施設の予約はほかに計 {candidate.Evenings} 件です。", $"The hospitals have {candidate.Evenings} other evening bookings in that week.");
        yield return Wording.Say("ports_left", $"接続ポートは {candidate.PortsLeft} 残ります。", $"{candidate.PortsLeft} bridge ports are left.");
    }

    private static IEnumerable<Remark> Warnings(List<Seat> taken, DateTimeOffset end, Lineup lineup)
    {
        var untested = taken.FindAll(seat => seat.Facts.TestedUntil is not { } until || until < end);
        if (untested.Count > 0)
            yield return Wording.Say("connection_test_missing", $"接続テストが未実施または期限切れです：{Wording.NamesJa(untested)}。", $"No valid connection test: {Wording.NamesEn(untested)}.");
        foreach (var (_, why) in lineup.Missing)
            yield return why;
    }
}
