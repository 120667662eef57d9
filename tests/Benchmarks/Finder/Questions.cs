using BenchmarkDotNet.Attributes;
using Conference.Booking.Availability;
using Conference.Contracts.Booking;

namespace Conference.Benchmarks.Finder;

/// <summary>What the finder is asked, each from the wish to the answer in words.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class Questions
{
    private const int Suggestions = 10;
    private const int Occurrences = 52;

    private readonly Nation _nation = new();
    private readonly SlotFinder _finder = new(Nation.Rules);
    private readonly NetworkSnapshot _network;
    private readonly SlotCriteria _ten;
    private readonly SlotCriteria _fifty;
    private readonly SlotCriteria _all;
    private readonly SlotCriteria _none;
    private readonly SlotCriteria[] _year;
    private readonly SlotCriteria[] _crowdedYear;

    public Questions()
    {
        _network = _nation.Lay();
        (_ten, _fifty, _all, _none) = (_nation.Wish(10, 90), _nation.Wish(50, 90), _nation.Wish(Nation.AllSites, 90), _nation.Impossible());
        (_year, _crowdedYear) = (Thursdays(new TimeOnly(9, 30)), Thursdays(new TimeOnly(17, 30)));
    }

    [Benchmark(Description = "search 10 sites, 90 days: the 10 best")]
    public object Search10() => _finder.Find(_ten, _network, Suggestions);

    [Benchmark(Description = "search 10 sites, 90 days: the best")]
    public object Best10() => _finder.Find(_ten, _network, 1);

    [Benchmark(Description = "search 50 sites, 90 days: the 10 best")]
    public object Search50() => _finder.Find(_fifty, _network, Suggestions);

    [Benchmark(Description = "search 461 sites, 90 days: the 10 best")]
    public object SearchAll() => _finder.Find(_all, _network, Suggestions);

    [Benchmark(Description = "explain an impossible wish of 30 sites")]
    public object Explain() => _finder.Find(_none, _network, Suggestions).Explanation ?? throw new InvalidOperationException("The wish can be granted.");

    [Benchmark(Description = "dry run of 52 occurrences, 30 sites: all fit")]
    public int DryRun() => Fitting(_year);

    [Benchmark(Description = "dry run of 52 occurrences, 30 sites: 39 explained, with alternatives")]
    public int CrowdedDryRun() => Fitting(_crowdedYear);

    [Benchmark(Description = "lay out 461 sites, 400 days, from rows read")]
    public object Start() => _nation.Lay();

    private int Fitting(SlotCriteria[] year)
    {
        var fitting = 0;
        foreach (var occurrence in year)
            fitting += _finder.Find(occurrence, _network, 1).Suggestions.Count;
        return fitting;
    }

    private SlotCriteria[] Thursdays(TimeOnly time) =>
        [.. Enumerable.Range(0, Occurrences).Select(week => _nation.Wish(30, 1) with { Window = null, Start = Nation.Tokyo.At(Nation.First.AddDays(3 + (7 * week)), time) })];
}
