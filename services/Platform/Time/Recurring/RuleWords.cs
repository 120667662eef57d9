using System.Globalization;

namespace Conference.Platform.Time.Recurring;

/// <summary>A rule as people say it: 毎月第2火曜, every second week on Tuesday.</summary>
public static class RuleWords
{
    private const string Days = "日月火水木金土";

    /// <summary>The rule without its time of day and its end.</summary>
    public static (string Ja, string En) Of(Recurrence recurrence)
    {
        ArgumentNullException.ThrowIfNull(recurrence);
        var (rule, start) = (recurrence.Rule, recurrence.Start);
        var (ja, en) = Every(rule);
        if (rule.ByMonth.Count > 0)
            (ja, en) = ($"{ja}{string.Join("・", rule.ByMonth.Select(month => $"{month}月"))}", $"{en} in {string.Join(", ", rule.ByMonth.Select(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName))}");
        var (dayJa, dayEn) = On(rule, start);
        return (ja + dayJa, en + dayEn);
    }

    private static (string, string) Every(RecurrenceRule rule) => (rule.Frequency, rule.Interval) switch
    {
        (RecurrenceFrequency.Daily, 1) => ("毎日", "every day"),
        (RecurrenceFrequency.Daily, var n) => ($"{n}日ごと", $"every {n} days"),
        (RecurrenceFrequency.Weekly, 1) => ("毎週", "every week"),
        (RecurrenceFrequency.Weekly, 2) => ("隔週", "every second week"),
        (RecurrenceFrequency.Weekly, var n) => ($"{n}週ごと", $"every {n} weeks"),
        (RecurrenceFrequency.Monthly, 1) => ("毎月", "every month"),
        (RecurrenceFrequency.Monthly, 2) => ("隔月", "every second month"),
        (RecurrenceFrequency.Monthly, var n) => ($"{n}か月ごと", $"every {n} months"),
        (_, 1) => ("毎年", "every year"),
        (_, var n) => ($"{n}年ごと", $"every {n} years"),
    };

    private static (string, string) On(RecurrenceRule rule, DateTime start)
    {
        if (rule.ByDay.Count > 0)
        {
            var position = rule.BySetPosition.Count > 0 ? string.Join("・", rule.BySetPosition.Select(OrdinalJa)) : "";
            var positionEn = rule.BySetPosition.Count > 0 ? $" the {string.Join(" and ", rule.BySetPosition.Select(OrdinalEn))} of" : "";
            return (position + Join(rule), $" on{positionEn} {string.Join(", ", rule.ByDay.Select(InWords))}");
        }

        if (rule.ByMonthDay.Count > 0)
            return (string.Join("・", rule.ByMonthDay.Select(day => day == -1 ? "末日" : day < 0 ? $"末日から{-day}日目" : $"{day}日")), $" on day {string.Join(", ", rule.ByMonthDay)}");
        return rule.Frequency switch
        {
            RecurrenceFrequency.Weekly => ($"{Days[(int)start.DayOfWeek]}曜", $" on {start.DayOfWeek}"),
            RecurrenceFrequency.Monthly => ($"{start.Day}日", $" on day {start.Day}"),
            RecurrenceFrequency.Yearly when rule.ByMonth.Count == 0 => ($"{start.Month}月{start.Day}日", $" on {start.ToString("d MMMM", CultureInfo.InvariantCulture)}"),
            RecurrenceFrequency.Yearly => ($"{start.Day}日", $" on day {start.Day}"),
            _ => ("", ""),
        };
    }

    // 第2・第4火曜, 月・水曜.
    private static string Join(RecurrenceRule rule) => rule.ByDay.Select(day => day.Day).Distinct().Count() == 1
        ? $"{string.Join("・", rule.ByDay.Where(day => day.Ordinal is not null).Select(day => OrdinalJa(day.Ordinal!.Value)))}{Days[(int)rule.ByDay[0].Day]}曜"
        : $"{string.Join("・", rule.ByDay.Select(day => $"{(day.Ordinal is { } nth ? OrdinalJa(nth) : "")}{Days[(int)day.Day]}"))}曜";

    private static string InWords(RuleDay day) => day.Ordinal is { } nth ? $"the {OrdinalEn(nth)} {day.Day}" : day.Day.ToString();

    private static string OrdinalJa(int nth) => nth switch { -1 => "最終", < 0 => $"最後から{-nth}番目の", _ => $"第{nth}" };

    private static string OrdinalEn(int nth) => nth switch
    {
        -1 => "last",
        < 0 => $"{-nth}th last",
        1 => "1st",
        2 => "2nd",
        3 => "3rd",
        _ => $"{nth}th",
    };
}
