using System.Globalization;
using Conference.Contracts;
using Conference.Contracts.Hospitals;

namespace Conference.Portal.Pages.Hospitals.Registry;

/// <summary>
/// Holidays as they are pasted, one a line: date, name, English name if there is one. The Cabinet Office's list
/// (<c>2027/1/1,元日</c>) can be pasted as it is: its header and its first years, from 1955, are passed over.
/// </summary>
internal static class HolidayLines
{
    private const int FirstListed = 1955;
    private const int FirstTaken = 2000;

    private static readonly string[] Dates = ["yyyy-M-d", "yyyy/M/d", "yyyy年M月d日"];

    /// <summary>The days, and the numbers of the lines that are none.</summary>
    public static (IReadOnlyList<HolidayEntry> Days, IReadOnlyList<int> Unreadable) Read(string? text)
    {
        var (days, unreadable) = (new List<HolidayEntry>(), new List<int>());
        foreach (var (index, line) in (text ?? "").ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(line) || (index == 0 && IsHeader(line)))
                continue;
            if (ReadLine(line) is not { Date: { } date } day)
                unreadable.Add(index + 1);
            else if (date.Year is < FirstListed or >= FirstTaken)
                days.Add(day);
        }

        return (days, unreadable);
    }

    /// <summary>What is there with the days added; one that is there already takes the new name.</summary>
    public static List<HolidayEntry> Add(IEnumerable<Holiday> present, IReadOnlyList<HolidayEntry> days)
    {
        var added = days.Select(day => day.Date).ToHashSet();
        return [.. present.Where(holiday => !added.Contains(holiday.Date)).Select(ToEntry), .. days];
    }

    public static HolidayEntry ToEntry(Holiday holiday) => new() { Date = holiday.Date, NameJa = holiday.NameJa, NameEn = holiday.NameEn };

    // 国民の祝日・休日月日,国民の祝日・休日名称
    private static bool IsHeader(string line) => line.Contains("月日", StringComparison.Ordinal) && !line.Any(char.IsDigit);

    // Full-width digits and commas are what a Japanese keyboard types.
    private static HolidayEntry? ReadLine(string line)
    {
        var cells = CompatibilityForm.Of(line).Split([',', '、', '\t'], StringSplitOptions.TrimEntries);
        return cells is [var date, { Length: > 0 } name, .. var rest] && rest.Length < 2
            && DateOnly.TryParseExact(date, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new HolidayEntry { Date = day, NameJa = name, NameEn = rest is [{ Length: > 0 } english] ? english : null }
            : null;
    }
}
