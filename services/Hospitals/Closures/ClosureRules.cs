using Conference.Contracts;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;
using Conference.Hospitals.Register;
using Conference.Platform.Problems;

namespace Conference.Hospitals.Closures;

/// <summary>What a site's closures must be like.</summary>
internal static class ClosureRules
{
    private const int Most = 500;
    private const int MostWeekly = 50;
    private const int ReasonLength = 100;

    public static List<Fault> Check(ClosuresEntry entry)
    {
        var faults = new List<Fault>();
        CheckEach(entry.Closures, "closures", Most, faults, (closure, path) => Check(closure ?? new(), path, faults));
        CheckEach(entry.Weekly, "weekly", MostWeekly, faults, (weekly, path) => Check(weekly ?? new(), path, faults));
        return faults;
    }

    public static void Apply(this ClosuresEntry entry, ClosurePlan plan) => plan.Replace(
        [.. (entry.Closures ?? []).Select(closure => new Closure { From = closure.From!.Value, To = closure.To!.Value, Reason = closure.Reason!.Trim() }).OrderBy(closure => closure.From)],
        [.. (entry.Weekly ?? []).Select(ToWeekly)],
        entry.ClosedOnHolidays ?? false);

    private static void Check(ClosureEntry closure, string path, List<Fault> faults)
    {
        if (closure.From is null)
            faults.Add(new($"{path}.from", "required", "開始日時を入力してください。", "Enter the start."));
        if (closure.To is null)
            faults.Add(new($"{path}.to", "required", "終了日時を入力してください。", "Enter the end."));
        if (closure.From >= closure.To)
            faults.Add(EndBeforeStart(path));
        faults.CheckText($"{path}.reason", ("理由", "the reason"), closure.Reason, ReasonLength, required: true);
    }

    private static void Check(WeeklyClosureEntry weekly, string path, List<Fault> faults)
    {
        faults.CheckCode<Weekday>($"{path}.day", ("曜日", "the day of the week"), weekly.Day);
        if (weekly.From is null)
            faults.Add(new($"{path}.from", "required", "開始時刻を入力してください。", "Enter the start."));
        if (weekly.To is null)
            faults.Add(new($"{path}.to", "required", "終了時刻を入力してください。", "Enter the end."));
        if (weekly.To != TimeOnly.MinValue && weekly.From >= weekly.To)
            faults.Add(EndBeforeStart(path));
        faults.CheckText($"{path}.reason", ("理由", "the reason"), weekly.Reason, ReasonLength, required: true);
    }

    private static void CheckEach<T>(IReadOnlyList<T>? items, string field, int most, List<Fault> faults, Action<T, string> check) where T : new()
    {
        if (items is null)
            return;
        if (items.Count > most)
            faults.Add(new(field, "too_many", $"{field} は {most} 件までです。", $"{field} may have at most {most} entries."));
        for (var index = 0; index < Math.Min(items.Count, most); index++)
            check(items[index] ?? new T(), $"{field}[{index}]");
    }

    private static Fault EndBeforeStart(string path) =>
        new($"{path}.to", "end_before_start", "終了は開始より後にしてください。", "The end must be after the start.");

    private static WeeklyClosure ToWeekly(WeeklyClosureEntry weekly)
    {
        _ = Code.TryParse<Weekday>(weekly.Day, out var day);
        return new WeeklyClosure { Day = day, From = weekly.From!.Value, To = weekly.To!.Value, Reason = weekly.Reason!.Trim() };
    }
}
