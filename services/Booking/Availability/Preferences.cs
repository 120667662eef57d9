using Conference.Contracts.Requests;

namespace Conference.Booking.Availability;

/// <summary>What a start meets of the days and hours that are preferred, by the network or by the request.</summary>
[Flags]
internal enum Preferred
{
    None = 0,
    NetworkDay = 1,
    NetworkHours = 2,
    RequestedDay = 4,
    RequestedHours = 8,
}

/// <summary>Points for the days and hours that are preferred, laid out by day of the search.</summary>
internal sealed class Preferences
{
    private const int DaysInWeek = 7;

    private readonly SearchBoard _board;
    private readonly RankingOptions _weights;
    private readonly PreferredTimes _requested;
    private readonly int _networkDays;
    private readonly int _requestedDays;
    private readonly OnDay[] _days;

    public Preferences(SearchBoard board, RankingOptions weights)
    {
        (_board, _weights, _requested) = (board, weights, board.Criteria.Preferred ?? new PreferredTimes());
        (_networkDays, _requestedDays) = (SetOf(weights.PreferredWeekdays), SetOf(_requested.Days));
        _days = new OnDay[board.StartDays.Count];
        for (var day = 0; day < _days.Length; day++)
            _days[day] = Lay(board.StartDays[day].Day);
    }

    /// <summary>A day's part, and the starts [from, end) that lie in the hours of each.</summary>
    private readonly record struct OnDay(Preferred Day, int NetworkFrom, int NetworkEnd, int RequestedFrom, int RequestedEnd);

    /// <summary>No start of the day gets more.</summary>
    public int AtMost(int day, BitTimeline feasible)
    {
        var (first, end) = (_board.StartDays[day].First, _board.StartDays[day].End);
        ref readonly var on = ref _days[day];
        var most = on.Day;
        if (feasible.Any(Math.Max(first, on.NetworkFrom), Math.Min(end, on.NetworkEnd)))
            most |= Preferred.NetworkHours;
        if (on.RequestedEnd > 0 && feasible.Any(Math.Max(first, on.RequestedFrom), Math.Min(end, on.RequestedEnd)))
            most |= Preferred.RequestedHours;
        return PointsFor(most);
    }

    public int Of(int day, int start) => PointsFor(MetBy(day, start));

    public Preferred MetBy(int day, int start)
    {
        ref readonly var on = ref _days[day];
        return on.Day
            | (start >= on.NetworkFrom && start < on.NetworkEnd ? Preferred.NetworkHours : Preferred.None)
            | (start >= on.RequestedFrom && start < on.RequestedEnd ? Preferred.RequestedHours : Preferred.None);
    }

    private int PointsFor(Preferred met) =>
        ((met & Preferred.NetworkDay) != 0 ? _weights.PreferredDays : 0)
        + ((met & Preferred.NetworkHours) != 0 ? _weights.PreferredHours : 0)
        + ((met & Preferred.RequestedDay) != 0 ? _weights.RequestedDays : 0)
        + ((met & Preferred.RequestedHours) != 0 ? _weights.RequestedHours : 0);

    private OnDay Lay(DateOnly day)
    {
        // Day 0 of the calendar was a Monday.
        var weekday = 1 << (day.DayNumber % DaysInWeek);
        var met = ((_networkDays & weekday) != 0 ? Preferred.NetworkDay : Preferred.None) | ((_requestedDays & weekday) != 0 ? Preferred.RequestedDay : Preferred.None);
        var (networkFrom, networkEnd) = Hours(day, _weights.PreferredFrom, _weights.PreferredTo);
        var (requestedFrom, requestedEnd) = _requested is { From: null, To: null } ? (0, 0) : Hours(day, _requested.From, _requested.To);
        return new OnDay(met, networkFrom, networkEnd, requestedFrom, requestedEnd);
    }

    private (int From, int End) Hours(DateOnly day, TimeOnly? from, TimeOnly? to)
    {
        var (grid, days) = (_board.Grid, _board.Days);
        return (
            from is { } earliest ? grid.CeilingOf(days.TicksAt(day, earliest)) : 0,
            (to is { } latest ? grid.FloorOf(days.TicksAt(day, latest)) : grid.Steps) - _board.Length + 1);
    }

    private static int SetOf(IReadOnlyList<Weekday> days)
    {
        var set = 0;
        foreach (var day in days)
            set |= 1 << (int)day;
        return set;
    }
}
