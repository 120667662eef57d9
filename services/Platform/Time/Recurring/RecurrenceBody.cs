using System.Globalization;
using Conference.Platform.Problems;

namespace Conference.Platform.Time.Recurring;

/// <summary>A recurrence as it comes over HTTP: texts, so that all that is wrong is said at once.</summary>
/// <param name="Start">The first day and the time of day by the network's clock, <c>2026-12-08T17:30</c>; an offset may be given.</param>
/// <param name="Rrule">The rule (RFC 5545 section 3.3.10), with COUNT or UNTIL.</param>
/// <param name="Holidays"><c>skip</c> (default), <c>shift_before</c>, <c>shift_after</c> or <c>keep</c>.</param>
/// <param name="Except">Days that are left out (EXDATE), <c>2026-12-22</c>.</param>
/// <param name="Extra">Times beside the rule (RDATE), as <paramref name="Start"/>.</param>
public sealed record RecurrenceBody(string? Start, string? Rrule, string? Holidays, IReadOnlyList<string?>? Except, IReadOnlyList<string?>? Extra)
{
    private static readonly string[] Walls = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz"];
    private static readonly Dictionary<string, RestDayRule> RestRules = new(StringComparer.Ordinal)
    {
        ["skip"] = RestDayRule.Skip, ["shift_before"] = RestDayRule.ShiftBefore, ["shift_after"] = RestDayRule.ShiftAfter, ["keep"] = RestDayRule.Keep,
    };

    /// <summary>
    /// The recurrence; null where anything is wrong. Each time it gives lies after <paramref name="now"/> and not
    /// after <paramref name="last"/>, and it gives at least one.
    /// </summary>
    public Recurrence? Read(string field, NetworkTime network, DateTimeOffset now, DateOnly last, ICollection<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(faults);
        var before = faults.Count;
        var start = Wall($"{field}.start", Start, network, now, last, faults);
        var rest = RestDayRule.Skip;
        if (Holidays is not null && !RestRules.TryGetValue(Holidays, out rest))
            faults.Add(new Fault($"{field}.holidays", "unknown_code", $"休日の扱いは {string.Join("、", RestRules.Keys)} のいずれかです。", $"The holiday rule is one of {string.Join(", ", RestRules.Keys)}."));
        RecurrenceRule? rule = null;
        if (string.IsNullOrWhiteSpace(Rrule))
            faults.Add(new Fault($"{field}.rrule", "missing", "繰り返し（RRULE）を指定してください。", "Give the rule (RRULE)."));
        else
            rule = new RuleReading($"{field}.rrule", network, faults).Read(Rrule.Trim());
        var except = All($"{field}.except", Except, Day, faults);
        var extra = All($"{field}.extra", Extra, (path, text, found) => Wall(path, text, network, now, last, found), faults);
        if (faults.Count > before)
            return null;

        var recurrence = new Recurrence { Start = start!.Value, Rule = rule!, Rest = rest, Except = except, Extra = extra };
        CheckEnds(recurrence, field, last, faults);
        return faults.Count == before ? recurrence : null;
    }

    private static void CheckEnds(Recurrence recurrence, string field, DateOnly last, ICollection<Fault> faults)
    {
        var (rule, times) = (recurrence.Rule, recurrence.Times(last));
        if (rule.Count > Recurrence.MostTimes || times.Count + recurrence.Extra.Count > Recurrence.MostTimes)
            faults.Add(new Fault($"{field}.rrule", "too_many_occurrences", $"一度に依頼できるのは {Recurrence.MostTimes} 回までです。期間か回数を減らしてください。", $"At most {Recurrence.MostTimes} occurrences can be asked for at once. Shorten the rule."));
        else if (rule.Count > times.Count || rule.Until > last.ToDateTime(TimeOnly.MaxValue))
            faults.Add(new Fault($"{field}.rrule", "too_far_ahead", $"{last:yyyy-MM-dd} より先の日は指定できません（2 年先まで）。", $"Nothing is booked after {last:yyyy-MM-dd}, two years ahead."));
        else if (!times.Any(wall => !recurrence.Except.Contains(DateOnly.FromDateTime(wall))) && recurrence.Extra.Count == 0)
            faults.Add(new Fault($"{field}.rrule", "no_occurrence", "この指定では 1 回も開催日がありません。開始日・終了日・曜日を確認してください。", "The rule gives no occurrence at all. Check its start, its end and its days."));
    }

    private static DateTime? Wall(string field, string? text, NetworkTime network, DateTimeOffset now, DateOnly last, ICollection<Fault> faults)
    {
        DateTime wall;
        if (DateTimeOffset.TryParseExact(text?.Replace("Z", "+00:00", StringComparison.Ordinal), Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            wall = network.ToLocal(instant).DateTime;
        else if (!DateTime.TryParseExact(text, Walls, CultureInfo.InvariantCulture, DateTimeStyles.None, out wall))
            return Wrong("invalid_time", "日時は 2026-12-08T17:30 の形式で指定してください。", "Give the time as 2026-12-08T17:30.");
        // By days first: at the calendar's ends there are wall-clock times that are no instants.
        var day = DateOnly.FromDateTime(wall);
        if (day > last)
        {
            faults.Add(PlanningHorizon.TooFarAhead(field));
            return null;
        }

        if (wall.Ticks % TimeSpan.FromMinutes(5).Ticks != 0)
            return Wrong("not_on_grid", "開始時刻は 5 分単位で指定してください。", "Give a start on a multiple of 5 minutes.");
        return day < network.DayOf(now) || network.At(day, TimeOnly.FromDateTime(wall)) <= now
            ? Wrong("start_in_past", "開始日時が過去です。", "The start is in the past.")
            : wall;

        DateTime? Wrong(string code, string ja, string en)
        {
            faults.Add(new Fault(field, code, ja, en));
            return null;
        }
    }

    private static DateOnly? Day(string field, string? text, ICollection<Fault> faults)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        faults.Add(new Fault(field, "invalid_date", "日付は 2026-12-07 の形式で、暦にある日を指定してください。", "Give a day of the calendar as 2026-12-07."));
        return null;
    }

    private static List<T> All<T>(string field, IReadOnlyList<string?>? texts, Func<string, string?, ICollection<Fault>, T?> read, ICollection<Fault> faults) where T : struct
    {
        if (texts is { Count: > Recurrence.MostTimes })
            faults.Add(new Fault(field, "too_many", $"{Recurrence.MostTimes} 個以内にしてください。", $"Give at most {Recurrence.MostTimes}."));
        return [.. (texts ?? []).Take(Recurrence.MostTimes).Select((text, index) => read($"{field}[{index}]", text, faults)).OfType<T>()];
    }
}
