using System.Numerics;

namespace Conference.Booking.Availability;

/// <summary>Sets of sites, a bit a site.</summary>
internal static class SiteSets
{
    private const int WordBits = BitWords.WordBits;
    private const int ComparedAtMost = 256;

    public static ulong[] Of(IReadOnlyList<SeatBoard> seats, Func<SeatBoard, bool> isMember)
    {
        var set = new ulong[(seats.Count + WordBits - 1) / WordBits];
        for (var seat = 0; seat < seats.Count; seat++)
        {
            if (isMember(seats[seat]))
                set[seat / WordBits] |= 1UL << (seat % WordBits);
        }

        return set;
    }

    /// <summary>The sets without those that hold one of the smallest others, the fewest members first.</summary>
    public static List<ulong[]> Smallest(IEnumerable<ulong[]> sets)
    {
        var smallest = new List<ulong[]>();
        foreach (var set in sets.Distinct(Same.Members).OrderBy(Count))
        {
            if (smallest.FindIndex(0, Math.Min(smallest.Count, ComparedAtMost), small => IsWithin(small, set)) < 0)
                smallest.Add(set);
        }

        return smallest;
    }

    public static bool Has(ulong[] set, int seat) => (set[seat / WordBits] & (1UL << (seat % WordBits))) != 0;

    public static bool IsEmpty(ulong[] set) => Count(set) == 0;

    public static int Count(ulong[] set) => BitWords.Count(set);

    public static IEnumerable<int> Members(ulong[] set)
    {
        for (var word = 0; word < set.Length; word++)
        {
            for (var rest = set[word]; rest != 0; rest &= rest - 1)
                yield return (word * WordBits) + BitOperations.TrailingZeroCount(rest);
        }
    }

    /// <summary>How many of the sets, taken one after the other, share no site with one taken before: so many sites are needed at least.</summary>
    public static int Apart(List<ulong[]> sets)
    {
        var (taken, apart) = (new ulong[sets[0].Length], 0);
        foreach (var set in sets)
        {
            if (Share(set, taken))
                continue;
            BitWords.Or(taken, set);
            apart++;
        }

        return apart;
    }

    private static bool IsWithin(ulong[] small, ulong[] large)
    {
        for (var word = 0; word < small.Length; word++)
        {
            if ((small[word] & ~large[word]) != 0)
                return false;
        }

        return true;
    }

    private static bool Share(ulong[] one, ulong[] other)
    {
        for (var word = 0; word < one.Length; word++)
        {
            if ((one[word] & other[word]) != 0)
                return true;
        }

        return false;
    }

    private sealed class Same : IEqualityComparer<ulong[]>
    {
        public static readonly Same Members = new();

        public bool Equals(ulong[]? one, ulong[]? other) => one.AsSpan().SequenceEqual(other);

        public int GetHashCode(ulong[] set)
        {
            var hash = default(HashCode);
            foreach (var word in set)
                hash.Add(word);
            return hash.ToHashCode();
        }
    }
}
