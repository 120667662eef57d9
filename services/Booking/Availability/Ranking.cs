using Conference.Booking.Bridges;

namespace Conference.Booking.Availability;

/// <summary>A start that works, with what its rank is made of.</summary>
internal readonly record struct Candidate(int Start, DateOnly Day, BridgePlan Plan, int Score)
{
    public required int OptionalTaken { get; init; }

    public required int PortsLeft { get; init; }

    /// <summary>Required sites that have another booking near by.</summary>
    public required int Crowded { get; init; }

    /// <summary>Steps to the nearest of those bookings.</summary>
    public required int Nearest { get; init; }

    public required EveningBurden.Burden Evenings { get; init; }

    public required Preferred Preferred { get; init; }

    public required bool ShortNotice { get; init; }

    /// <summary>A bit a profession.</summary>
    public required int Professions { get; init; }
}

/// <summary>
/// Finds the best of the starts that work, in the order that rating and sorting them all would give. What a day or a
/// start can score at most is known at once; the rest is looked up only while it could still matter.
/// </summary>
internal sealed class Ranking(SearchBoard board, SearchRules rules)
{
    // What is best by its bound comes first, and is looked into before one that is known to score as much.
    private const int Bound = 1;
    private const int Exact = 2;
    private const int KindBits = 2;
    private const int StepBits = 24;
    private const long Highest = 1 << 30;

    private readonly Rating _rating = new(board, rules);
    private readonly List<Candidate> _exact = new(DayStarts);
    private readonly PriorityQueue<(int Day, int Start), long> _queue = new(board.StartDays.Count + (3 * DayStarts));
    private readonly List<Candidate> _chosen = [];

    private const int DayStarts = 40;

    /// <summary>At most <paramref name="limit"/> starts of conferences that do not overlap, best first, ties by the earlier start.</summary>
    public List<Candidate> Best(BitTimeline feasible, int limit)
    {
        for (var day = 0; day < board.StartDays.Count; day++)
        {
            var (_, first, end) = board.StartDays[day];
            if (feasible.Any(first, end))
                Add(day, first, _rating.AtMost(day, feasible), kind: 0);
        }

        while (_chosen.Count < limit && _queue.TryDequeue(out var item, out var key))
            LookInto(item.Day, item.Start, (int)(key >> StepBits) & ((1 << KindBits) - 1), feasible);
        return _chosen;
    }

    // For one whose score is known, the day stands for its place among those.
    private void LookInto(int day, int start, int kind, BitTimeline feasible)
    {
        if (kind == 0)
        {
            var end = board.StartDays[day].End;
            for (var step = feasible.Next(start); step < end; step = feasible.Next(step + 1))
                Add(day, step, _rating.AtMost(day, step), Bound);
        }
        else if (OverlapsBetter(start))
        {
            return;
        }
        else if (kind == Bound)
        {
            _exact.Add(_rating.Of(day, start));
            Add(_exact.Count - 1, start, _exact[^1].Score, Exact);
        }
        else
        {
            _chosen.Add(_exact[day]);
        }
    }

    private bool OverlapsBetter(int start)
    {
        foreach (var better in _chosen)
        {
            if (Math.Abs(better.Start - start) < board.Length)
                return true;
        }

        return false;
    }

    private void Add(int day, int start, int score, int kind) =>
        _queue.Enqueue((day, start), ((((Highest - score) << KindBits) | (long)kind) << StepBits) | (long)start);
}
