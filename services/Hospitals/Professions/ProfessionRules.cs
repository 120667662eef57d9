using Conference.Contracts;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;
using Conference.Hospitals.Register;
using Conference.Platform.Problems;

namespace Conference.Hospitals.Professions;

/// <summary>What the list of professions must be like. All faults are found at once.</summary>
internal static class ProfessionRules
{
    private static readonly int Most = Enum.GetValues<Profession>().Length;

    public static List<Fault> Check(ProfessionsEntry entry)
    {
        var faults = new List<Fault>();
        if (entry.Professions is not { } given || given.Count > Most)
        {
            faults.Add(new("professions", "wrong_professions", $"職種を {Most} 件以内で指定してください（なければ空のリスト）。", $"Give at most {Most} professions, an empty list for none."));
            return faults;
        }

        for (var index = 0; index < given.Count; index++)
        {
            var (one, field) = (given[index], $"professions[{index}]");
            faults.CheckCode<Profession>($"{field}.profession", ("職種", "the profession"), one?.Profession);
            if (one?.Profession is not null && given.Take(index).Any(other => other?.Profession == one.Profession))
                faults.Add(new($"{field}.profession", "duplicate", "同じ職種が二度指定されています。", "The profession is given twice."));
            if (one?.Days is not { Count: > 0 and <= 7 } days)
                faults.Add(new($"{field}.days", "no_days", "曜日を 1 つ以上指定してください。", "Give at least one day of the week."));
            else
                CheckDays(faults, days, field);
        }

        return faults;
    }

    /// <summary>A checked entry.</summary>
    public static IReadOnlyList<BroughtProfession> Read(ProfessionsEntry entry) =>
    [
        .. entry.Professions!.Select(one => new BroughtProfession { Profession = Parse<Profession>(one!.Profession), Days = [.. one.Days!.Select(Parse<Weekday>).Distinct().Order()] })
            .OrderBy(one => one.Profession),
    ];

    private static void CheckDays(List<Fault> faults, IReadOnlyList<string?> days, string field)
    {
        for (var day = 0; day < days.Count; day++)
            faults.CheckCode<Weekday>($"{field}.days[{day}]", ("曜日", "the day of the week"), days[day]);
    }

    private static T Parse<T>(string? code) where T : struct, Enum
    {
        _ = Code.TryParse<T>(code, out var value);
        return value;
    }
}
