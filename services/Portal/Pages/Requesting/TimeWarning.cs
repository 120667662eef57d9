using Conference.Contracts.Hospitals;
using Conference.Portal.Components.Wording;

namespace Conference.Portal.Pages.Requesting;

/// <summary>
/// A time that is more often a slip than meant. It warns while one types; the service that takes the request looks again.
/// </summary>
internal static class TimeWarning
{
    private static readonly TimeOnly Earliest = new(7, 0);
    private static readonly TimeOnly Latest = new(22, 0);

    /// <summary>Keys of the warnings that apply, and what they name.</summary>
    public static IEnumerable<(string Key, string Named)> Of(DateOnly day, TimeOnly start, int minutes, IEnumerable<Holiday> holidays)
    {
        var end = start.AddMinutes(minutes, out var days);
        if (start < Earliest || end > Latest || days > 0)
            yield return ("timeWarning.night", "");
        if (holidays.FirstOrDefault(holiday => holiday.Date == day) is { } holiday)
            yield return ("timeWarning.holiday", Words.English ? holiday.NameEn : holiday.NameJa);
        else if (day is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 })
            yield return ("timeWarning.newYear", "");
        else if (day.DayOfWeek == DayOfWeek.Sunday)
            yield return ("timeWarning.sunday", "");
    }
}
