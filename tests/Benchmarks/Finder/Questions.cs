using BenchmarkDotNet.Attributes;
using Conference.Booking.Availability;
using Conference.Booking.Series;
using Conference.Contracts.Booking;
using Conference.Platform.Time.Recurring;

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
    private readonly SeriesPlanner _planner;
    private readonly SlotCriteria _thirty;
    private readonly Recurrence _year = Thursdays(new TimeOnly(9, 30));
    private readonly Recurrence _crowdedYear = Thursdays(new TimeOnly(17, 30));

    public Questions()
    {
        _network = _nation.Lay();
        (_ten, _fifty, _all, _none) = (_nation.Wish(10, 90), _nation.Wish(50, 90), _nation.Wish(Nation.AllSites, 90), _nation.Impossible());
        (_planner, _thirty) = (new SeriesPlanner(_finder, Nation.Tokyo), _nation.Wish(30, 1));
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

    private int Fitting(Recurrence year) =>
        _planner.Plan(year, Nation.First.AddDays(Nation.Days), _thirty, _network).Count(occurrence => occurrence.Verdict == OccurrenceVerdict.Fits);

    private static Recurrence Thursdays(TimeOnly time) => new()
    {
        Start = Nation.First.AddDays(3).ToDateTime(time),
        Rule = new RecurrenceRule { Frequency = RecurrenceFrequency.Weekly, Count = Occurrences },
    };
}
