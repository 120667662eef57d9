using Conference.Contracts.Council;
using Conference.Contracts.Hospitals;
using Conference.Platform.Time;

namespace Conference.Portal.Pages.Schedule;

/// <summary>What is on which day.</summary>
public sealed class ScheduleDays(IEnumerable<ScheduleEntry> entries, IEnumerable<Holiday> holidays, NetworkTime network, DateOnly today)
{
    private readonly ILookup<DateOnly, ScheduleEntry> _entries = entries.OrderBy(entry => entry.Start).ToLookup(entry => network.DayOf(entry.Start));
    private readonly Dictionary<DateOnly, Holiday> _holidays = holidays.GroupBy(holiday => holiday.Date).ToDictionary(group => group.Key, group => group.First());

    public DateOnly Today => today;

    public int Count => _entries.Sum(day => day.Count());

    public IReadOnlyList<ScheduleEntry> On(DateOnly day) => [.. _entries[day]];

    public Holiday? HolidayOn(DateOnly day) => _holidays.GetValueOrDefault(day);

    public bool IsRest(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday || _holidays.ContainsKey(day);

    /// <summary>The colour of a day: Sundays and holidays red, Saturdays blue.</summary>
    public string ClassOf(DateOnly day, string rest, string saturday) => IsRest(day) ? rest : day.DayOfWeek == DayOfWeek.Saturday ? saturday : "";
}
