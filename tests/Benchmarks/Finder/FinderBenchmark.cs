using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Conference.Benchmarks.Finder;

/// <summary>How long the finder takes, beside PostgreSQL's answers to the same questions in the same run.</summary>
internal static class FinderBenchmark
{
    private static readonly string[] Parts = ["questions", "growth", "start", "postgres", "holds"];

    public static async Task RunAsync(IReadOnlyCollection<string> chosen)
    {
        if (chosen.Except(Parts).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"There is no part '{unknown}'. Choose from: {string.Join(", ", Parts)}.");
        bool Wanted(string part) => chosen.Count == 0 || chosen.Contains(part);

        var nation = new Nation();
        var network = nation.Lay();
        if (Wanted("questions"))
            Ask();
        if (Wanted("growth"))
            Growth.Print(nation, network);
        if (Wanted("start"))
            await IndexAtStart.PrintAsync(nation);
        if (Wanted("postgres"))
            await BesidePostgres.PrintAsync(nation, network);
        if (Wanted("holds"))
            await HoldThroughput.PrintAsync();
    }

    private static void Ask()
    {
        // In this process and short: a build of its own for each run would take longer than the runs.
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithIterationTime(TimeInterval.FromMilliseconds(100)).WithWarmupCount(2).WithIterationCount(7);
        var config = ManualConfig.CreateEmpty().AddJob(job).AddLogger(NullLogger.Instance).AddColumnProvider(DefaultColumnProviders.Instance)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "conference-benchmarks"));
        foreach (var report in BenchmarkRunner.Run<Questions>(config).Reports)
        {
            if (report.ResultStatistics is { } time)
                Report.Line(report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo, $"{time.Median / 1000:F1} us ({time.Min / 1000:F1}-{time.Max / 1000:F1}), {report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase):N0} bytes");
        }
    }
}
