using System.Numerics;
using Conference.Booking.Bridges;

namespace Conference.Booking.Availability;

/// <summary>Rates starts by the weights of <see cref="RankingOptions"/>. Whole numbers only: the same input gives the same order.</summary>
internal sealed class Rating
{
    private readonly SearchBoard _board;
    private readonly RankingOptions _weights;
    private readonly int _optional;
    private readonly int _spanInDays;
    private readonly int _firstDay;
    private readonly DateTimeOffset _leadUntil;
    private readonly Weights[] _days;
    private readonly Preferences _preferences;
    private readonly EveningBurden _evenings;
    private readonly Neighbourhood _neighbourhood;
    private readonly ProfessionsBrought _professions;

    public Rating(SearchBoard board, SearchRules rules)
    {
        (_board, _weights) = (board, rules.Ranking);
        _optional = board.Seats.Count(seat => !seat.Seat.Required);
        _professions = new ProfessionsBrought(board);
        (_preferences, _evenings, _neighbourhood) = (new Preferences(board, _weights), new EveningBurden(board, _weights), new Neighbourhood(board.Setup, board.Spacing));
        _leadUntil = board.Now.AddDays(_weights.LeadTimeDays);
        if (board.StartDays.Count == 0)
        {
            _days = [];
            return;
        }

        _firstDay = (board.Criteria.Window?.From ?? board.StartDays[0].Day).DayNumber;
        _spanInDays = board.Criteria.Window is { } window ? window.To.DayNumber - window.From.DayNumber + 1 : 1;
        _days = [.. board.StartDays.Select(Weigh)];
    }

    /// <summary>What is the same for all starts of a day, midnight in minutes of the grid, and the steps at which something changes.</summary>
    private readonly record struct Weights(int Points, int Midnight, int Evening, int LeadEnd);

    private int Most => _weights.OptionalHospitals + _weights.PortsLeft + (_professions.Wanted > 0 ? _weights.Professions : 0);

    /// <summary>No start of the day scores more.</summary>
    public int AtMost(int day, BitTimeline feasible) => Most + _days[day].Points + _weights.RoundStart + _preferences.AtMost(day, feasible);

    /// <summary>The start scores no more.</summary>
    public int AtMost(int day, int start) => Most + Known(day, start);

    public Candidate Of(int day, int start)
    {
        var (plan, taken, left) = Choose(start);
        var (crowded, nearest, nearness) = Neighbours(start);
        var professions = _professions.Wanted > 0 ? _professions.At(_board.StartDays[day].Day, plan, start) : 0;
        var score = Known(day, start);
        score += _optional == 0 ? _weights.OptionalHospitals : _weights.OptionalHospitals * taken / _optional;
        score += _professions.Wanted > 0 ? _weights.Professions * BitOperations.PopCount((uint)professions) / _professions.Wanted : 0;
        score += plan.Ports > 0 ? _weights.PortsLeft * left / plan.Ports : 0;
        score -= _weights.Spacing * nearness / (_neighbourhood.Most * Math.Max(_board.Seats.Length - _optional, 1));
        return new Candidate(start, _board.StartDays[day].Day, plan, score)
        {
            OptionalTaken = taken,
            PortsLeft = left,
            Crowded = crowded,
            Nearest = nearest,
            Evenings = start >= _days[day].Evening ? _evenings.Of(_board.StartDays[day].Day) : default,
            Preferred = _preferences.MetBy(day, start),
            ShortNotice = start < _days[day].LeadEnd,
            Professions = professions,
        };
    }

    private int Known(int day, int start)
    {
        var weights = _days[day];
        return weights.Points
            + RoundStart(start, weights.Midnight)
            + _preferences.Of(day, start)
            - (start < weights.LeadEnd ? _weights.LeadTime : 0)
            - (start >= weights.Evening ? _evenings.Of(_board.StartDays[day].Day).Points : 0);
    }

    private Weights Weigh(StartDay day)
    {
        var (grid, days) = (_board.Grid, _board.Days);
        return new Weights(
            _weights.Earliness * (_spanInDays - (day.Day.DayNumber - _firstDay)) / _spanInDays,
            (int)((days.StartOf(day.Day) - grid.From).Ticks / TimeSpan.TicksPerMinute),
            grid.CeilingOf(days.TicksAt(day.Day, _weights.EveningFrom)),
            grid.Ceiling(_leadUntil));
    }

    /// <summary>How many required sites have another booking near by, the steps to the nearest, and the nearness of all.</summary>
    private (int Crowded, int Nearest, int Nearness) Neighbours(int start)
    {
        var (crowded, nearest, sum) = (0, _board.Spacing, 0);
        // Required sites come first.
        for (var seat = 0; seat < _board.Seats.Length - _optional; seat++)
        {
            var gap = _board.Seats[seat].Gap(start);
            if (gap >= _board.Spacing)
                continue;
            (crowded, nearest) = (crowded + 1, Math.Min(nearest, gap));
            sum += _neighbourhood.Nearness(gap);
        }

        return (crowded, nearest, sum);
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
}
