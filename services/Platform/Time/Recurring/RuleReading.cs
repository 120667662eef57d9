using System.Globalization;
using Conference.Platform.Problems;

namespace Conference.Platform.Time.Recurring;

/// <summary>Reads an RRULE, or says everything that is wrong with it.</summary>
internal sealed class RuleReading(string field, NetworkTime network, ICollection<Fault> faults)
{
    private const int LongestText = 500;
    private const int MostParts = 40;

    private static readonly string[] Known = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"];
    private static readonly Dictionary<string, RecurrenceFrequency> Frequencies = Enum.GetValues<RecurrenceFrequency>().ToDictionary(frequency => frequency.ToString().ToUpperInvariant());
    private static readonly string[] Weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public RecurrenceRule? Read(string text)
    {
        var before = faults.Count;
        var parts = Parts(text);
        if (Frequency(parts) is not { } frequency)
            return null;
        var rule = new RecurrenceRule
        {
            Frequency = frequency,
            Interval = Number(parts, "INTERVAL", 1, 999) ?? 1,
            Count = Number(parts, "COUNT", 1, int.MaxValue),
            Until = Until(parts),
            ByDay = Days(parts, frequency),
            ByMonthDay = Numbers(parts, "BYMONTHDAY", -31, 31),
            ByMonth = Numbers(parts, "BYMONTH", 1, 12),
            BySetPosition = Numbers(parts, "BYSETPOS", -366, 366),
            WeekStart = parts.TryGetValue("WKST", out var start) ? Weekday(start, "WKST") : DayOfWeek.Monday,
        };
        Together(rule, parts);
        return faults.Count == before ? rule : null;
    }

    private Dictionary<string, string> Parts(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var rule = text.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase) ? text[6..] : text;
        if (rule.Length > LongestText)
        {
            Malformed(rule[..20] + "…");
            return parts;
        }

        foreach (var part in rule.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            var name = at < 0 ? part : part[..at].Trim().ToUpperInvariant();
            if (at < 0 || at == part.Length - 1)
                Malformed(part);
            else if (!Known.Contains(name))
                Say("unsupported_rule_part", $"繰り返しの {name} には対応していません。使えるもの：{string.Join(", ", Known)}", $"{name} is not supported in a rule. Use: {string.Join(", ", Known)}.");
            else if (!parts.TryAdd(name, part[(at + 1)..].Trim().ToUpperInvariant()))
                Say("repeated_rule_part", $"繰り返しの {name} が 2 回指定されています。", $"{name} is given twice.");
        }

        return parts;
    }

    private RecurrenceFrequency? Frequency(Dictionary<string, string> parts)
    {
        var text = parts.GetValueOrDefault("FREQ");
        if (text is not null && Frequencies.TryGetValue(text, out var frequency))
            return frequency;
        if (text is "SECONDLY" or "MINUTELY" or "HOURLY")
            Say("frequency_too_high", "毎時・毎分・毎秒の繰り返しはできません。DAILY、WEEKLY、MONTHLY、YEARLY のいずれかにしてください。", "Nothing recurs within a day. Use DAILY, WEEKLY, MONTHLY or YEARLY.");
        else
            Say("frequency_missing", "FREQ に DAILY、WEEKLY、MONTHLY、YEARLY のいずれかを指定してください。", "Give FREQ as DAILY, WEEKLY, MONTHLY or YEARLY.");
        return null;
    }

    private void Together(RecurrenceRule rule, Dictionary<string, string> parts)
    {
        if (parts.ContainsKey("COUNT") && parts.ContainsKey("UNTIL"))
            Say("count_and_until", "回数（COUNT）と終了日（UNTIL）はどちらか一方だけ指定してください。", "Give either COUNT or UNTIL, not both.");
        else if (!parts.ContainsKey("COUNT") && !parts.ContainsKey("UNTIL"))
            Say("rule_without_end", "終わりがありません。回数（COUNT）か終了日（UNTIL）を指定してください。", "The rule never ends. Give COUNT or UNTIL.");
        if (rule.Frequency == RecurrenceFrequency.Weekly && rule.ByMonthDay.Count > 0)
            Say("rule_contradicts", "毎週の繰り返しに BYMONTHDAY は使えません。", "BYMONTHDAY cannot be used with WEEKLY.");
        if (rule.BySetPosition.Count > 0 && rule.ByDay.Count + rule.ByMonthDay.Count + rule.ByMonth.Count == 0)
            Say("rule_contradicts", "BYSETPOS は BYDAY などと組み合わせて指定してください。", "BYSETPOS needs another BY part.");
    }

    private int? Number(Dictionary<string, string> parts, string name, int min, int max)
    {
        if (!parts.TryGetValue(name, out var text))
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
            return number;
        Malformed($"{name}={text}");
        return null;
    }

    private List<int> Numbers(Dictionary<string, string> parts, string name, int min, int max)
    {
        var numbers = new List<int>();
        if (!parts.TryGetValue(name, out var text))
            return numbers;
        var values = text.Split(',');
        foreach (var value in values)
        {
            if (values.Length <= MostParts && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number != 0 && number >= min && number <= max)
                numbers.Add(number);
            else
                Malformed($"{name}={value}");
        }

        return numbers;
    }

    private DateTime? Until(Dictionary<string, string> parts)
    {
        if (!parts.TryGetValue("UNTIL", out var text))
            return null;
        if (DateTime.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.AddTicks(TimeSpan.TicksPerDay - 1);
        if (DateTime.TryParseExact(text.TrimEnd('Z'), "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
            return text.EndsWith('Z') ? network.ToLocal(new DateTimeOffset(wall, TimeSpan.Zero)).DateTime : wall;
        Malformed($"UNTIL={text}");
        return null;
    }

    private List<RuleDay> Days(Dictionary<string, string> parts, RecurrenceFrequency frequency)
    {
        var days = new List<RuleDay>();
        if (!parts.TryGetValue("BYDAY", out var text))
            return days;
        var most = frequency switch { RecurrenceFrequency.Monthly => 5, RecurrenceFrequency.Yearly => 53, _ => 0 };
        foreach (var value in text.Split(',').Take(MostParts))
        {
            var ordinal = 0;
            var (number, day) = value.Length < 2 ? ("", value) : (value[..^2], value[^2..]);
            if (number.Length == 0 || (int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out ordinal) && ordinal != 0 && Math.Abs((long)ordinal) <= most))
                days.Add(new RuleDay(number.Length == 0 ? null : ordinal, Weekday(day, $"BYDAY={value}")));
            else
                Malformed($"BYDAY={value}");
        }

        return days;
    }

    private DayOfWeek Weekday(string code, string part)
    {
        var index = Array.IndexOf(Weekdays, code);
        if (index < 0)
            Malformed(part);
        return (DayOfWeek)Math.Max(index, 0);
    }

    private void Malformed(string part) => Say("malformed_rule", $"繰り返しの指定「{part}」を読み取れません。", $"The part \"{part}\" of the rule cannot be read.");

    private void Say(string code, string ja, string en)
    {
        if (!faults.Any(fault => fault.Field == field && fault.Ja == ja))
            faults.Add(new Fault(field, code, ja, en));
    }
}
