using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Platform.Time;

namespace Conference.Portal.Pages.Requesting.Heat;

/// <summary>How much of a day's possible starts is left to somebody.</summary>
internal enum HeatLevel
{
    None,
    Some,
    Most,
    All,
}

/// <summary>A hospital's days, in the order of <see cref="HeatGrid.Days"/>.</summary>
internal sealed record HeatRow(string HospitalId, bool Required, IReadOnlyList<HeatLevel> Levels);

/// <summary>
/// Sites × days: on each day on which the conference may be held, at how many of its possible starts a site could take part
/// throughout. A picture to look at before asking: ports, tests and lead times are the search's to judge.
/// </summary>
internal sealed class HeatGrid
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>The days shown.</summary>
    public required IReadOnlyList<DateOnly> Days { get; init; }

    /// <summary>What is left to all required hospitals together.</summary>
    public required IReadOnlyList<HeatLevel> Together { get; init; }

    /// <summary>The hospitals, in the order asked.</summary>
    public required IReadOnlyList<HeatRow> Rows { get; init; }

    public static HeatGrid Of(AvailabilityView view, RequestForm form, DateOnly from, int daysAtMost, NetworkTime network)
    {
        DateOnly[] days = [.. DaysOf(form, from, view.RestDays).Take(daysAtMost)];
        var required = form.Participants.Where(one => one.Required).Select(one => one.HospitalId).Append(form.HostHospitalId).ToHashSet();
        var starts = days.Select(day => Starts(day, form, network)).ToArray();
        var free = view.Sites.Select(site => Array.ConvertAll(starts, day => Array.ConvertAll(day, start => IsFree(site, start, form)))).ToList();
        var needed = free.Where((_, index) => required.Contains(view.Sites[index].HospitalId)).ToList();
        return new HeatGrid
        {
            Days = days,
            Together = [.. starts.Select((day, index) => LevelOf([.. day.Select((_, start) => needed.TrueForAll(site => site[index][start]))]))],
            Rows = [.. view.Sites.Select((site, index) => new HeatRow(site.HospitalId, required.Contains(site.HospitalId), Array.ConvertAll(free[index], LevelOf)))],
        };
    }

    /// <summary>The days of the wish, from one on.</summary>
    private static IEnumerable<DateOnly> DaysOf(RequestForm form, DateOnly from, IReadOnlyList<DateOnly> restDays)
    {
        for (var day = from; day <= form.WindowTo; day = day.AddDays(1))
        {
            if (form.Days.Contains(WeekdayOf(day)) && !(form.SkipHolidays && restDays.Contains(day)))
                yield return day;
        }
    }

    private static Weekday WeekdayOf(DateOnly day) => (Weekday)(((int)day.DayOfWeek + 6) % 7);

    private static DateTimeOffset[] Starts(DateOnly day, RequestForm form, NetworkTime network)
    {
        var (first, last) = (network.At(day, form.HoursFrom), network.At(day, form.HoursTo).AddMinutes(-form.DurationMinutes));
        return first > last ? [] : [.. Enumerable.Range(0, (int)((last - first) / Step) + 1).Select(step => first + (step * Step))];
    }

    private static bool IsFree(SiteAvailability site, DateTimeOffset start, RequestForm form)
    {
        var end = start.AddMinutes(form.DurationMinutes);
        return !site.Booked.Concat(site.Closed).Any(busy => busy.Start < end && busy.End > start);
    }

    private static HeatLevel LevelOf(bool[] starts) => starts.Count(free => free) switch
    {
        0 => HeatLevel.None,
        var count when count == starts.Length => HeatLevel.All,
        var count when count * 2 >= starts.Length => HeatLevel.Most,
        _ => HeatLevel.Some,
    };
}
