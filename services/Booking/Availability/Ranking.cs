using Conference.Booking.Bridges;

namespace Conference.Booking.Availability;

/// <summary>A start that works, with what its rank is made of.</summary>
internal readonly record struct Candidate(int Start, DateOnly Day, PortTimeline Bridge, int OptionalTaken, int PortsLeft, int Crowded, int Evenings, bool Preferred, int Score);

/// <summary>Rates starts by the weights of <see cref="RankingOptions"/>. Whole numbers only: the same input gives the same order.</summary>
internal sealed class Ranking
{
    private const int DaysInWeek = 7;
    private const int FullEveningLoad = 5;

    private readonly SearchBoard _board;
    private readonly SearchRules _rules;
    private readonly SeatBoard[] _optional;
    private readonly Dictionary<int, int> _eveningsByWeek;

    public Ranking(SearchBoard board, SearchRules rules)
    {
        (_board, _rules) = (board, rules);
        _optional = [.. board.Seats.Where(seat => !seat.Seat.Required)];
        _eveningsByWeek = board.Seats
            .SelectMany(seat => seat.Seat.Facts.Booked)
            .Select(booked => rules.Time.ToLocal(booked.Start))
            .Where(start => TimeOnly.FromDateTime(start.DateTime) >= rules.Ranking.EveningFrom)
            .GroupBy(start => WeekOf(DateOnly.FromDateTime(start.DateTime)))
            .ToDictionary(week => week.Key, week => week.Count());
    }

    /// <summary>All feasible starts, best first, ties by the earlier start.</summary>
    public List<Candidate> Rank(BitTimeline feasible)
    {
        var ranked = _board.StartDays.SelectMany(day => Rate(day, feasible)).ToList();
        ranked.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Start.CompareTo(b.Start));
        return ranked;
    }

    /// <summary>The optional sites that a bridge can take at a start, in the order asked for.</summary>
    public static IEnumerable<SeatBoard> OptionalTaken(SearchBoard board, int start, int ports) =>
        board.Seats.Where(seat =>
        {
            var taken = !seat.Seat.Required && !seat.Blocked[start] && seat.Seat.Ports <= ports;
            ports -= taken ? seat.Seat.Ports : 0;
            return taken;
        });

    private IEnumerable<Candidate> Rate(StartDay day, BitTimeline feasible)
    {
        var (grid, weights) = (_board.Grid, _rules.Ranking);
        var midnight = _board.Days.StartOf(day.Day);
        var (preferredFrom, preferredTo) = (_board.Days.At(day.Day, weights.PreferredFrom), _board.Days.At(day.Day, weights.PreferredTo));
        var evening = _board.Days.At(day.Day, weights.EveningFrom);
        var evenings = _eveningsByWeek.GetValueOrDefault(WeekOf(day.Day));
        var earliness = weights.Earliness * (SpanInDays - (day.Day.DayNumber - FirstDay.DayNumber)) / SpanInDays;
        for (var step = day.First; step < day.End; step++)
        {
            if (!feasible[step])
                continue;

            var start = grid.At(step);
            var preferred = start >= preferredFrom && start + _board.Duration <= preferredTo;
            yield return Rate(step, day.Day, preferred, start >= evening ? evenings : 0, earliness + RoundStart(start - midnight));
        }
    }

    private Candidate Rate(int step, DateOnly day, bool preferred, int evenings, int score)
    {
        var (weights, seats) = (_rules.Ranking, _board.Seats.Length);
        var (bridge, taken, left) = ChooseBridge(step);
        var crowded = 0;
        foreach (var seat in _board.Seats)
            crowded += seat.IsCrowded(step) ? 1 : 0;

        score += _optional.Length == 0 ? weights.OptionalHospitals : weights.OptionalHospitals * taken / _optional.Length;
        score += preferred ? weights.PreferredHours : 0;
        score += weights.PortsLeft * left / bridge.Bridge.Ports;
        score -= weights.Spacing * crowded / seats;
        score -= weights.EveningLoad * Math.Min(evenings, FullEveningLoad * seats) / (FullEveningLoad * seats);
        return new Candidate(step, day, bridge, taken, left, crowded, evenings, preferred, score);
    }

    private (PortTimeline Bridge, int Taken, int Left) ChooseBridge(int step)
    {
        (PortTimeline? Bridge, int Taken, int Left) best = (null, -1, 0);
        foreach (var bridge in _board.Bridges)
        {
            var left = _board.FreePorts(bridge, step) - _board.RequiredPorts;
            if (left < 0)
                continue;

            var taken = 0;
            foreach (var seat in _optional)
            {
                if (seat.Blocked[step] || seat.Seat.Ports > left)
                    continue;
                (taken, left) = (taken + 1, left - seat.Seat.Ports);
            }

            if (taken > best.Taken)
                best = (bridge, taken, left);
        }

        return (best.Bridge!, best.Taken, best.Left);
    }

    private DateOnly FirstDay => _board.Criteria.Window?.From ?? _board.StartDays[0].Day;

    private int SpanInDays => _board.Criteria.Window is { } window ? window.To.DayNumber - window.From.DayNumber + 1 : 1;

    private int RoundStart(TimeSpan sinceMidnight) => (int)sinceMidnight.TotalMinutes % 30 == 0 ? _rules.Ranking.RoundStart
        : (int)sinceMidnight.TotalMinutes % 15 == 0 ? _rules.Ranking.RoundStart / 2
        : 0;

    // Day 0 of the calendar was a Monday.
    private static int WeekOf(DateOnly day) => day.DayNumber / DaysInWeek;
}
