using Conference.Booking.Network;
using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Platform.Time;

namespace Conference.Booking.Availability;

/// <summary>How the finder speaks: hospitals with code and name, days with their weekday.</summary>
internal static class Wording
{
    private const int NamesAtMost = 5;
    private const int DaysAtMost = 4;

    public static Remark Say(string code, string ja, string en) => new() { Code = code, Ja = ja, En = en };

    /// <summary>The first thing that blocks, or the summary where none is named.</summary>
    public static Remark FirstOf(SlotExplanation explanation) => explanation.Blocking.Count > 0 ? explanation.Blocking[0] : explanation.Summary;

    public static string NameJa(Seat seat) => $"{seat.HospitalId} {seat.Hospital.NameJa}";

    public static string NameEn(Seat seat) => $"{seat.HospitalId} {seat.Hospital.NameEn}";

    public static string NamesJa(IReadOnlyCollection<Seat> seats) => NamesJa([.. seats.Select(NameJa)]);

    public static string NamesEn(IReadOnlyCollection<Seat> seats) => NamesEn([.. seats.Select(NameEn)]);

    public static string NamesJa(IReadOnlyList<string> names) =>
        string.Join("、", names.Take(NamesAtMost)) + (names.Count > NamesAtMost ? $" ほか {names.Count - NamesAtMost} 施設" : "");

    public static string NamesEn(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(NamesAtMost)) + (names.Count > NamesAtMost ? $" and {names.Count - NamesAtMost} more" : "");

    /// <summary>Why a participant has no site that could ever be booked.</summary>
    public static Remark Absent(SlotParticipant participant, KnownHospital? hospital)
    {
        var id = participant.HospitalId;
        return hospital switch
        {
            null => Say("hospital_unknown", $"{id} という施設は登録されていません。", $"No hospital {id} is registered."),
            { Withdrawn: true } => Say("hospital_withdrawn", $"{id} {hospital.NameJa} はネットワークから離脱しています。", $"{id} {hospital.NameEn} has left the network."),
            _ when participant.SiteId is { } site => Say("site_unavailable", $"{id} {hospital.NameJa} の拠点 {site} は利用できません。", $"Site {site} of {id} {hospital.NameEn} cannot be used."),
            _ => Say("no_active_site", $"{id} {hospital.NameJa} には利用できる拠点がありません。", $"{id} {hospital.NameEn} has no site in use."),
        };
    }

    /// <summary>A hospital that no bridge serves.</summary>
    public static Remark OutOfReach(KnownHospital hospital) => Say(
        "out_of_reach",
        $"{hospital.HospitalId} {hospital.NameJa} を接続できるブリッジがありません。ブリッジの対象範囲の設定を運用担当者にご確認ください。",
        $"No bridge serves {hospital.HospitalId} {hospital.NameEn}. Ask operations about the reach of the bridges.");

    public static Remark Busy(Seat seat, BusyKind kind, IReadOnlyCollection<BusyDay> days)
    {
        var (ja, en, daysJa, daysEn) = (NameJa(seat), NameEn(seat), DaysJa(days), DaysEn(days));
        return kind switch
        {
            BusyKind.Closed => Say("site_closed", $"{ja} は {daysJa} が休診・休止です。", $"{en} is closed on {daysEn}."),
            BusyKind.Holiday => Say("site_holiday", $"{ja} は {daysJa} が休診日（祝日・年末年始）です。", $"{en} rests on {daysEn} (holiday)."),
            BusyKind.Untested => Say("site_untested", $"{ja} は {daysJa} に有効な接続テストがありません。", $"{en} has no valid connection test on {daysEn}."),
            _ => Say("site_booked", $"{ja} は {daysJa} の時間帯に別の予約があります。", $"{en} has another booking at the time on {daysEn}."),
        };
    }

    private static string DaysJa(IReadOnlyCollection<BusyDay> days) =>
        string.Join("、", days.Take(DaysAtMost).Select(one => $"{SpokenTime.DayJa(one.Day)} {string.Join("・", one.Hours.Select(hours => $"{hours.From}～{hours.To}"))}".TrimEnd())) + (days.Count > DaysAtMost ? $" ほか {days.Count - DaysAtMost} 日" : "");

    private static string DaysEn(IReadOnlyCollection<BusyDay> days) =>
        string.Join(", ", days.Take(DaysAtMost).Select(one => $"{SpokenTime.DayEn(one.Day)} {string.Join(" and ", one.Hours.Select(hours => $"{hours.From}-{hours.To}"))}".TrimEnd())) + (days.Count > DaysAtMost ? $" and {days.Count - DaysAtMost} more days" : "");
}
