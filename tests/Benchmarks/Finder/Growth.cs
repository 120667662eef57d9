using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Conference.Booking.Availability;

namespace Conference.Benchmarks.Finder;

/// <summary>How a search grows with sites and days, and what it reads beside what the machine's memory gives.</summary>
internal static class Growth
{
    private const int Rounds = 7;
    private const int BytesInPage = SlotGrid.PageSteps / 8;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(40);

    public static void Print(Nation nation, NetworkSnapshot network)
    {
        var finder = new SlotFinder(Nation.Rules);
        foreach (var (sites, days) in new[] { (10, 90), (50, 45), (50, 90), (50, 180), (50, 360), (100, 90), (200, 90), (400, 90) })
        {
            var sought = nation.Wish(sites, days);
            Report.Line($"search {sites} sites, {days} days", $"{Best(() => finder.Find(sought, network, 10)).TotalMicroseconds:F1} us");
        }

        var wish = nation.Wish(Nation.AllSites, 360);
        var pages = SearchBoard.Of(wish, Lineup.Of(wish, network), network, Nation.Rules).Grid.Pages;
        var read = (long)pages * BytesInPage * (Nation.AllSites + nation.Network.Closures.Count);
        var took = Best(() =>
        {
            using var board = SearchBoard.Of(wish, Lineup.Of(wish, network), network, Nation.Rules);
            using var free = board.RequiredFree();
        });
        Report.Line($"when are all {Nation.AllSites} sites free within 360 days: {took.TotalMicroseconds:F0} us for {read / 1024.0 / 1024.0:F1} MB", $"{read / took.TotalSeconds / 1e9:F1} GB/s");
        Report.Line("the machine's memory, read by one thread", $"{MemoryBandwidth():F1} GB/s");
    }

    /// <summary>The shortest mean of some rounds: what else the machine does can only lengthen it.</summary>
    public static TimeSpan Best(Action work) => Means(work)[0];

    /// <summary>The median of the rounds' means.</summary>
    public static TimeSpan Median(Action work) => Means(work)[Rounds / 2];

    private static TimeSpan[] Means(Action work)
    {
        work();
        var means = new TimeSpan[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var (began, count) = (TimeProvider.System.GetTimestamp(), 0);
            TimeSpan elapsed;
            do
            {
                work();
                count++;
                elapsed = TimeProvider.System.GetElapsedTime(began);
            }
            while (elapsed < Round);
            means[round] = elapsed / count;
        }

        Array.Sort(means);
        return means;
    }

    private static double MemoryBandwidth()
    {
        var memory = new ulong[32 * 1024 * 1024];
        Array.Fill(memory, 1UL);
        var sum = Vector512<ulong>.Zero;
        var took = Best(() =>
        {
            ref var first = ref MemoryMarshal.GetArrayDataReference(memory);
            for (nuint word = 0; word < (nuint)memory.Length; word += 16)
                sum += Vector512.LoadUnsafe(ref first, word) | Vector512.LoadUnsafe(ref first, word + 8);
        });
        return sum == Vector512<ulong>.Zero ? 0 : memory.Length * sizeof(ulong) / took.TotalSeconds / 1e9;
    }
}
