using System.Globalization;
using Conference.Contracts;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;
using Conference.Platform.Time;

namespace Conference.Requests.Requesting;

/// <summary>
/// Looks at a time that was fixed: 03:00 or New Year's Day is more often a slip than meant. It warns and never refuses,
/// for open lectures are held on Sundays.
/// </summary>
internal static class TimeCheck
{
    private static readonly TimeOnly Earliest = new(7, 0);
    private static readonly TimeOnly Latest = new(22, 0);

    public static IReadOnlyList<Remark> Warnings(ConferenceRequest request, NetworkTime network, IReadOnlyList<Holiday> holidays)
    {
        if (request.Start is not { } instant)
            return [];
        var (start, end) = (network.ToLocal(instant).DateTime, network.ToLocal(instant.AddMinutes(request.DurationMinutes)).DateTime);
        var day = DateOnly.FromDateTime(start);
        var warnings = new List<Remark>();
        if (TimeOnly.FromDateTime(start) < Earliest || end > day.ToDateTime(Latest))
            warnings.Add(Warn("time_at_night", $"{Hour(start)}～{Hour(end)} は早朝・夜間です。", $"{Hour(start)} to {Hour(end)} is early in the morning or at night."));
        if (RestOn(day, holidays) is var (ja, en))
            warnings.Add(Warn("time_on_holiday", $"{day.Month}月{day.Day}日は{ja}です。", $"{day.ToString("d MMMM", CultureInfo.InvariantCulture)} is {en}."));
        return warnings;
    }

    private static (string Ja, string En)? RestOn(DateOnly day, IReadOnlyList<Holiday> holidays) => day switch
    {
        _ when holidays.FirstOrDefault(holiday => holiday.Date == day) is { } holiday => ($"祝日（{holiday.NameJa}）", $"a holiday ({holiday.NameEn})"),
        { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 } => ("年末年始", "within the New Year's closure"),
        { DayOfWeek: DayOfWeek.Sunday } => ("日曜日", "a Sunday"),
        _ => null,
    };

    private static string Hour(DateTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static Remark Warn(string code, string ja, string en) => new()
    {
        Code = code,
        Ja = $"{ja}日時に誤りがないかご確認ください。",
        En = $"{en} Please check that this is meant.",
    };
}
