using Conference.Booking.Availability;

namespace Conference.Benchmarks.Finder;

/// <summary>The same questions to the finder and to PostgreSQL, in turns; medians of both.</summary>
internal static class BesidePostgres
{
    private const int Times = 9;

    public static async Task PrintAsync(Nation nation, NetworkSnapshot network)
    {
        await using var postgres = await RangeAgg.StartAsync(nation);
        var finder = new SlotFinder(Nation.Rules);
        foreach (var sites in new[] { 10, 50, Nation.AllSites })
        {
            var wish = nation.Wish(sites, 90);
            var asked = (await postgres.AskAsync(wish, Times)).Order().ElementAt(Times / 2);
            var found = Growth.Median(() => finder.Find(wish, network, 10));
            Report.Line(
                $"search {sites} sites, 90 days: finder, PostgreSQL (range_agg)",
                $"{found.TotalMicroseconds:F1} us, {asked.TotalMilliseconds:F1} ms: {asked / found:F0} times");
        }
    }
}
