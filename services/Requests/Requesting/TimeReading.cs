using System.Globalization;
using Conference.Contracts.Requests;
using Conference.Platform.Time;

namespace Conference.Requests.Requesting;

/// <summary>Reads when a conference shall be: a fixed slot, or days and hours within which one is sought.</summary>
internal sealed class TimeReading(FaultList faults, NetworkTime network, DateTimeOffset now)
{
    public const int MaxWindowDays = 400;

    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    private DateOnly Today => network.DayOf(now);

    public int? Duration(int? minutes, string field = "durationMinutes")
    {
        if (minutes is null)
            faults.Missing(field, "所要時間（分）", "the duration in minutes");
        else if (minutes is < 15 or > 600 || minutes % 5 != 0)
            faults.Add(field, "duration_out_of_range", "所要時間は 15〜600 分、5 分単位で指定してください。", "Give a duration of 15 to 600 minutes, a multiple of 5.");
        else
            return minutes;
        return null;
    }

    public (DateTimeOffset? Start, DateWindow? Window) When(SlotBody? slot, WindowBody? window)
    {
        switch (slot, window)
        {
            case (null, null):
                faults.Add("window", "time_missing", "候補期間（window）または日時（slot）を指定してください。", "Give a window of days or a fixed slot.");
                return default;
            case ({ } fix, null):
                return (Start(fix), null);
            case (null, { } days):
                return (null, Window(days));
            default:
                faults.Add("slot", "slot_and_window", "候補期間（window）と日時（slot）はどちらか一方だけ指定してください。", "Give either a window or a slot, not both.");
                _ = Start(slot);
                _ = Window(window);
                return default;
        }
    }

    public LocalHours Hours(HoursBody? hours, int? durationMinutes)
    {
        var standard = new LocalHours();
        if (hours is null)
            return standard;
        var (from, to) = (TimeOfDay("hours.from", hours.From, standard.From), TimeOfDay("hours.to", hours.To, standard.To));
        if (from is { } opening && to is { } closing)
        {
            if (closing <= opening)
                faults.Add("hours.to", "hours_reversed", "終了時刻は開始時刻より後にしてください。", "The latest end must be after the earliest start.");
            else if (durationMinutes > (closing - opening).TotalMinutes)
                faults.Add("hours", "hours_too_short", "時間帯が所要時間より短くなっています。", "The hours are shorter than the duration.");
        }

        return new LocalHours { From = from ?? standard.From, To = to ?? standard.To, Days = Days("hours.days", hours.Days) ?? standard.Days, SkipHolidays = hours.SkipHolidays ?? true };
    }

    public PreferredTimes? Preferred(PreferredBody? preferred)
    {
        if (preferred is null)
            return null;
        if (preferred is { From: null, To: null, Days: null })
            faults.Add("preferred", "preference_empty", "希望する曜日（days）または時間帯（from、to）を指定してください。", "Give preferred days of the week or hours (from, to).");
        var (from, to) = (TimeOfDay("preferred.from", preferred.From), TimeOfDay("preferred.to", preferred.To));
        if (to <= from)
            faults.Add("preferred.to", "hours_reversed", "終了時刻は開始時刻より後にしてください。", "The latest end must be after the earliest start.");
        return new PreferredTimes { From = from, To = to, Days = Days("preferred.days", preferred.Days) ?? [] };
    }

    /// <summary>A start: an instant to come, on the grid.</summary>
    public DateTimeOffset? Start(string field, string? text, string ja, string en, string pastCode)
    {
        if (Instant(field, text, ja, en, pastCode) is not { } start)
            return null;
        if (start.UtcTicks % TimeSpan.FromMinutes(5).Ticks != 0)
            faults.Add(field, "not_on_grid", $"{ja}は 5 分単位で指定してください。", $"Give {en} on a multiple of 5 minutes.");
        else if (network.DayOf(start) > network.LastDay(now))
            faults.Add(PlanningHorizon.TooFarAhead(field));
        else
            return start;
        return null;
    }

    /// <summary>An instant to come, with its offset.</summary>
    public DateTimeOffset? Instant(string field, string? given, string ja, string en, string pastCode)
    {
        var text = given?.EndsWith('Z') == true ? given[..^1] + "+00:00" : given;
        if (text is null)
            faults.Missing(field, ja, en);
        else if (!DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            faults.Add(field, "invalid_time", $"{ja}は 2026-12-10T17:30:00+09:00 の形式（時差つき）で指定してください。", $"Give {en} as 2026-12-10T17:30:00+09:00, with its offset.");
        else if (instant <= now)
            faults.Add(field, pastCode, $"{ja}が過去です。", "It is in the past.");
        else
            return instant.ToUniversalTime();
        return null;
    }

    public DateTimeOffset? Start(SlotBody slot, string field = "slot.start") => Start(field, slot.Start, "開始日時", "the start", "slot_in_past");

    public DateWindow? Window(WindowBody window)
    {
        var (from, to) = (Day("window.from", window.From), Day("window.to", window.To));
        if (from is not { } first || to is not { } last)
            return null;
        if (last < first)
            faults.Add("window.to", "window_reversed", "期間の終わりは始まり以降にしてください。", "The last day must not be before the first.");
        else if (last < Today)
            faults.Add("window.to", "window_in_past", "期間が過去です。", "The window is in the past.");
        else if (last.DayNumber - first.DayNumber > MaxWindowDays)
            faults.Add("window.to", "window_too_long", $"期間は {MaxWindowDays} 日以内にしてください。", $"The window may span at most {MaxWindowDays} days.");
        else if (last > network.LastDay(now))
            faults.Add(PlanningHorizon.TooFarAhead("window.to"));
        else
            return new DateWindow { From = first, To = last };
        return null;
    }

    private DateOnly? Day(string field, string? text)
    {
        if (text is null)
            faults.Missing(field, "日付", "the day");
        else if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        else
            faults.Add(field, "invalid_date", "日付は 2026-12-07 の形式で、暦にある日を指定してください。", "Give a day of the calendar as 2026-12-07.");
        return null;
    }

    private TimeOnly? TimeOfDay(string field, string? text, TimeOnly? instead = null)
    {
        if (text is null)
            return instead;
        if (!TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            faults.Add(field, "invalid_time", "時刻は 17:00 の形式で指定してください。", "Give a time of day as 17:00.");
        else if (time.Ticks % TimeSpan.FromMinutes(5).Ticks != 0)
            faults.Add(field, "not_on_grid", "時刻は 5 分単位で指定してください。", "Give a time on a multiple of 5 minutes.");
        else
            return time;
        return null;
    }

    private List<Weekday>? Days(string field, IReadOnlyList<string?>? days)
    {
        if (days is null)
            return null;
        if (days.Count is 0 or > 7)
            faults.Add(field, "days_missing", "曜日は 1〜7 個指定してください。", "Give one to seven days of the week.");
        return [.. days.Take(7).Select((day, i) => faults.Code<Weekday>($"{field}[{i}]", day)).Distinct().Order()];
    }
}
