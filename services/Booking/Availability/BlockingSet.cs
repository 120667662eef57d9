namespace Conference.Booking.Availability;

/// <summary>
/// The fewest sites that between them block every start. Each start is the set of sites that block it, and one of each
/// set must be chosen. A start whose set holds another's is blocked with it and left out; mostly few sets remain, and
/// the search among those is exact. Where it would take too long, the greedy choice without its superfluous members.
/// </summary>
internal static class BlockingSet
{
    // Sets looked at: some milliseconds.
    private const int Affordable = 1_000_000;

    /// <summary>The set, or none where all sites together leave a start.</summary>
    public static IReadOnlyList<SeatBoard> Smallest(BitTimeline starts, IReadOnlyList<SeatBoard> seats)
    {
        var blockers = SiteSets.Smallest(starts.SetSteps().Select(start => SiteSets.Of(seats, seat => seat.Blocked[start])));
        if (blockers.Count == 0 || SiteSets.IsEmpty(blockers[0]))
            return [];

        var greedy = Greedy(blockers, seats.Count);
        var affordable = Affordable;
        for (var size = 1; size < greedy.Count && affordable > 0; size++)
        {
            var chosen = new Stack<int>();
            if (Cover(blockers, size, chosen, ref affordable))
                return [.. chosen.Order().Select(seat => seats[seat])];
        }

        return [.. greedy.Order().Select(seat => seats[seat])];
    }

    // Some site of the smallest set left must be chosen, so only those are tried; sets that share no site need one each.
    private static bool Cover(List<ulong[]> left, int size, Stack<int> chosen, ref int affordable)
    {
        if (left.Count == 0)
            return true;
        if (size < SiteSets.Apart(left))
            return false;

        // Fewest members first: a part of the list keeps its order.
        foreach (var seat in SiteSets.Members(left[0]))
        {
            if ((affordable -= left.Count) <= 0)
                return false;
            chosen.Push(seat);
            if (Cover(left.FindAll(set => !SiteSets.Has(set, seat)), size - 1, chosen, ref affordable))
                return true;
            chosen.Pop();
        }

        return false;
    }

    private static List<int> Greedy(List<ulong[]> blockers, int seats)
    {
        var (left, chosen) = (blockers, new List<int>());
        while (left.Count > 0)
        {
            var blocked = new int[seats];
            foreach (var seat in left.SelectMany(SiteSets.Members))
                blocked[seat]++;
            var best = Array.IndexOf(blocked, blocked.Max());
            chosen.Add(best);
            left = left.FindAll(set => !SiteSets.Has(set, best));
        }

        foreach (var seat in chosen.ToList())
        {
            if (blockers.TrueForAll(set => chosen.Exists(other => other != seat && SiteSets.Has(set, other))))
                chosen.Remove(seat);
        }

        return chosen;
    }
}
