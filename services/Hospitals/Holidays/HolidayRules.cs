using Conference.Contracts.Hospitals;
using Conference.Hospitals.Register;
using Conference.Platform.Problems;

namespace Conference.Hospitals.Holidays;

/// <summary>What the holidays must be like.</summary>
internal static class HolidayRules
{
    public const int Most = 1000;

    private static readonly DateOnly First = new(2000, 1, 1);
    private static readonly DateOnly Last = new(2100, 12, 31);

    public static List<Fault> Check(IReadOnlyList<HolidayEntry?> entries)
    {
        var faults = new List<Fault>();
        if (entries.Count > Most)
            faults.Add(new("", "too_many", $"休日は {Most} 日までです。", $"There may be at most {Most} holidays."));

        var days = new HashSet<DateOnly>();
        for (var index = 0; index < Math.Min(entries.Count, Most); index++)
        {
            var entry = entries[index] ?? new HolidayEntry();
            if (entry.Date is not { } day)
                faults.Add(new($"[{index}].date", "required", "日付を入力してください。", "Enter the date."));
            else if (day < First || day > Last)
                faults.Add(new($"[{index}].date", "out_of_range", "日付は 2000 年から 2100 年までにしてください。", "The date must be from 2000 to 2100."));
            else if (!days.Add(day))
                faults.Add(new($"[{index}].date", "duplicate", $"{day:yyyy-MM-dd} が二度あります。", $"{day:yyyy-MM-dd} is there twice."));
            faults.CheckText($"[{index}].nameJa", ("名称", "the name"), entry.NameJa, 100, required: true);
            faults.CheckText($"[{index}].nameEn", ("英語名", "the English name"), entry.NameEn, 100);
        }

        return faults;
    }

    public static IReadOnlyList<Holiday> ToHolidays(IEnumerable<HolidayEntry?> entries) => [.. entries.OfType<HolidayEntry>().Select(ToHoliday).OrderBy(holiday => holiday.Date)];

    private static Holiday ToHoliday(HolidayEntry entry) => new()
    {
        Date = entry.Date!.Value,
        NameJa = entry.NameJa!.Trim(),
        NameEn = string.IsNullOrWhiteSpace(entry.NameEn) ? entry.NameJa.Trim() : entry.NameEn.Trim(),
    };
}
