using System.Globalization;
using System.Text;
using Conference.Contracts.Hospitals;

namespace Conference.Portal.Pages.Hospitals.Registry;

/// <summary>
/// Holidays as they are pasted, one a line: date, name, English name if there is one. The Cabinet Office's list
/// (<c>2027/1/1,元日</c>) can be pasted as it is.
/// </summary>
internal static class HolidayLines
{
    private static readonly string[] Dates = ["yyyy-M-d", "yyyy/M/d", "yyyy年M月d日"];

    /// <summary>The days, and the numbers of the lines that are none.</summary>
    public static (IReadOnlyList<HolidayEntry> Days, IReadOnlyList<int> Unreadable) Read(string? text)
    {
        var (days, unreadable) = (new List<HolidayEntry>(), new List<int>());
        foreach (var (index, line) in (text ?? "").ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (ReadLine(line) is { } day)
                days.Add(day);
            else
                unreadable.Add(index + 1);
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

    // Full-width digits and commas are what a Japanese keyboard types.
    private static HolidayEntry? ReadLine(string line)
    {
        var cells = line.Normalize(NormalizationForm.FormKC).Split([',', '、', '\t'], StringSplitOptions.TrimEntries);
        return cells is [var date, { Length: > 0 } name, .. var rest] && rest.Length < 2
            && DateOnly.TryParseExact(date, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new HolidayEntry { Date = day, NameJa = name, NameEn = rest is [{ Length: > 0 } english] ? english : null }
            : null;
    }
}
