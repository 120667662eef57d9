using BenchmarkDotNet.Columns;
using Perfolizer.Horology;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Conference.Benchmarks.Finder;

/// <summary>How long the finder takes, beside PostgreSQL's answers to the same questions in the same run.</summary>
internal static class FinderBenchmark
{
    public static Task RunAsync()
    {
        // In this process: a build of its own for each run would take longer than the runs.
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithIterationTime(TimeInterval.FromMilliseconds(100)).WithWarmupCount(2).WithIterationCount(7);
        var config = ManualConfig.CreateEmpty().AddJob(job).AddLogger(NullLogger.Instance).AddColumnProvider(DefaultColumnProviders.Instance);
        var summary = BenchmarkRunner.Run<Questions>(config);
        foreach (var report in summary.Reports)
        {
            if (report.ResultStatistics is { } time)
                Report.Line(report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo, $"{time.Median / 1000:F1} us ({time.Min / 1000:F1}-{time.Max / 1000:F1}), {report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase):N0} bytes");
        }

        return Task.CompletedTask;
    }
}
