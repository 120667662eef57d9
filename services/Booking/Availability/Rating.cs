using System.Numerics;
using Conference.Booking.Bridges;

namespace Conference.Booking.Availability;

/// <summary>Rates starts by the weights of <see cref="RankingOptions"/>. Whole numbers only: the same input gives the same order.</summary>
internal sealed class Rating
{
    private const int DaysInWeek = 7;
    private const int FullEvenings = 5;
    private const int NotReckoned = -1;

    private readonly SearchBoard _board;
    private readonly RankingOptions _weights;
    private readonly int _optional;
    private readonly int _spanInDays;
    private readonly int _firstDay;
    private readonly DateTimeOffset _leadUntil;
    private readonly Weights[] _days;
    private readonly (int Evenings, int Points)[] _weeks;
    private readonly ProfessionsBrought _professions;

    public Rating(SearchBoard board, SearchRules rules)
    {
        (_board, _weights) = (board, rules.Ranking);
        _optional = board.Seats.Count(seat => !seat.Seat.Required);
        _professions = new ProfessionsBrought(board);
        _leadUntil = board.Now.AddDays(_weights.LeadTimeDays);
        if (board.StartDays.Count == 0)
        {
            (_days, _weeks) = ([], []);
            return;
        }

        _firstDay = (board.Criteria.Window?.From ?? board.StartDays[0].Day).DayNumber;
        _spanInDays = board.Criteria.Window is { } window ? window.To.DayNumber - window.From.DayNumber + 1 : 1;
        _days = [.. board.StartDays.Select(Weigh)];
        _weeks = new (int, int)[WeekOf(board.StartDays[^1].Day) - WeekOf(board.StartDays[0].Day) + 1];
        Array.Fill(_weeks, (NotReckoned, 0));
    }

    /// <summary>What is the same for all starts of a day, midnight in minutes of the grid, and the steps at which something changes.</summary>
    private readonly record struct Weights(int Points, int Midnight, int PreferredFrom, int PreferredEnd, int Evening, int LeadEnd);

    private int Most => _weights.OptionalHospitals + _weights.PortsLeft + (_professions.Wanted > 0 ? _weights.Professions : 0);

    /// <summary>No start of the day scores more.</summary>
    public int AtMost(int day, BitTimeline feasible)
    {
        var (_, first, end) = _board.StartDays[day];
        var weights = _days[day];
        return Most + weights.Points + _weights.RoundStart
            + (feasible.Any(Math.Max(first, weights.PreferredFrom), Math.Min(end, weights.PreferredEnd)) ? _weights.PreferredHours : 0);
    }

    /// <summary>The start scores no more.</summary>
    public int AtMost(int day, int start) => Most + Known(day, start);

    public Candidate Of(int day, int start)
    {
        var seats = _board.Seats;
        var (plan, taken, left) = Choose(start);
        var crowded = 0;
        foreach (var seat in seats)
            crowded += seat.IsCrowded(start) ? 1 : 0;

        var professions = _professions.Wanted > 0 ? _professions.At(_board.StartDays[day].Day, plan, start) : 0;
        var score = Known(day, start);
        score += _optional == 0 ? _weights.OptionalHospitals : _weights.OptionalHospitals * taken / _optional;
        score += _professions.Wanted > 0 ? _weights.Professions * BitOperations.PopCount((uint)professions) / _professions.Wanted : 0;
        score += plan.Ports > 0 ? _weights.PortsLeft * left / plan.Ports : 0;
        score -= _weights.Spacing * crowded / Math.Max(seats.Length, 1);
        var evenings = start >= _days[day].Evening ? WeekFor(day).Evenings : 0;
        return new Candidate(start, _board.StartDays[day].Day, plan, taken, left, crowded, evenings, IsPreferred(day, start), start < _days[day].LeadEnd, professions, score);
    }

    private int Known(int day, int start)
    {
        var weights = _days[day];
        return weights.Points
            + RoundStart(start, weights.Midnight)
            + (IsPreferred(day, start) ? _weights.PreferredHours : 0)
            - (start < weights.LeadEnd ? _weights.LeadTime : 0)
            - (start >= weights.Evening ? WeekFor(day).Points : 0);
    }

    private bool IsPreferred(int day, int start) => start >= _days[day].PreferredFrom && start < _days[day].PreferredEnd;

    private Weights Weigh(StartDay day)
    {
        var (grid, days) = (_board.Grid, _board.Days);
        return new Weights(
            _weights.Earliness * (_spanInDays - (day.Day.DayNumber - _firstDay)) / _spanInDays,
            (int)((days.StartOf(day.Day) - grid.From).Ticks / TimeSpan.TicksPerMinute),
            grid.CeilingOf(days.TicksAt(day.Day, _weights.PreferredFrom)),
            grid.FloorOf(days.TicksAt(day.Day, _weights.PreferredTo)) - _board.Length + 1,
            grid.CeilingOf(days.TicksAt(day.Day, _weights.EveningFrom)),
            grid.Ceiling(_leadUntil));
    }

    // The square: a second evening of one hospital weighs more than the first one of another.
    private (int Evenings, int Points) WeekFor(int day)
    {
        var week = WeekOf(_board.StartDays[day].Day);
        ref var reckoned = ref _weeks[week - WeekOf(_board.StartDays[0].Day)];
        if (reckoned.Evenings != NotReckoned)
            return reckoned;

        var (all, squares) = (0, 0);
        foreach (var seat in _board.Seats)
        {
            var evenings = seat.Evenings(week);
            (all, squares) = (all + evenings, squares + Math.Min(evenings * evenings, FullEvenings * FullEvenings));
        }

        return reckoned = (all, _weights.EveningLoad * squares / (FullEvenings * FullEvenings * Math.Max(_board.Seats.Length, 1)));
    }

    private (BridgePlan Plan, int Taken, int Left) Choose(int start)
    {
        (BridgePlan? Plan, int Taken, int Left) best = (null, -1, 0);
        foreach (var plan in _board.Plans)
        {
            if (plan.Take(start) is { } take && take.Taken > best.Taken)
                best = (plan, take.Taken, take.Left);
            if (best.Taken == _optional)
                break;
        }

        return (best.Plan!, best.Taken, best.Left);
    }

    private int RoundStart(int start, int midnight)
    {
        var minutes = (start * SlotGrid.StepMinutes) - midnight;
        return minutes % 30 == 0 ? _weights.RoundStart : minutes % 15 == 0 ? _weights.RoundStart / 2 : 0;
    }

    // Day 0 of the calendar was a Monday.
    private static int WeekOf(DateOnly day) => day.DayNumber / DaysInWeek;
}
