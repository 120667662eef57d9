namespace Conference.Booking.Availability;

/// <summary>
/// The fewest sites that between them block every start. Exact while that is affordable: some site of the set must
/// block the first start left, so only those are tried; else the greedy cover without its superfluous members.
/// </summary>
internal static class BlockingSet
{
    private const int Affordable = 5_000;

    /// <summary>The set, or none where all sites together leave a start.</summary>
    public static IReadOnlyList<SeatBoard> Smallest(BitTimeline starts, IReadOnlyList<SeatBoard> seats)
    {
        var left = starts.Copy();
        foreach (var seat in seats)
            left.AndNot(seat.Blocked);
        if (starts.IsEmpty() || !left.IsEmpty())
            return [];

        var affordable = Affordable;
        for (var size = 1; size <= seats.Count; size++)
        {
            var chosen = new Stack<SeatBoard>();
            if (Cover(starts, seats, size, chosen, ref affordable))
                return [.. seats.Where(chosen.Contains)];
            if (affordable <= 0)
                break;
        }

        return Greedy(starts, seats);
    }

    private static bool Cover(BitTimeline left, IReadOnlyList<SeatBoard> seats, int size, Stack<SeatBoard> chosen, ref int affordable)
    {
        if (left.IsEmpty())
            return true;
        if (size == 0)
            return false;

        var first = left.SetSteps().First();
        foreach (var seat in seats.Where(seat => seat.Blocked[first]))
        {
            if (affordable-- <= 0)
                return false;
            var rest = left.Copy();
            rest.AndNot(seat.Blocked);
            chosen.Push(seat);
            if (Cover(rest, seats, size - 1, chosen, ref affordable))
                return true;
            chosen.Pop();
        }

        return false;
    }

    private static List<SeatBoard> Greedy(BitTimeline starts, IReadOnlyList<SeatBoard> seats)
    {
        var (left, chosen) = (starts.Copy(), new List<SeatBoard>());
        while (!left.IsEmpty())
        {
            var best = seats.MaxBy(seat => seat.Blocked.CountCommon(left))!;
            chosen.Add(best);
            left.AndNot(best.Blocked);
        }

        foreach (var seat in chosen.ToList())
        {
            var without = starts.Copy();
            foreach (var other in chosen.Where(other => other != seat))
                without.AndNot(other.Blocked);
            if (without.IsEmpty())
                chosen.Remove(seat);
        }

        return [.. seats.Where(chosen.Contains)];
    }
}
