using System.Diagnostics;
using Conference.Tests.Support;

namespace Conference.Benchmarks;

/// <summary>From start to ready, first with an empty folder (the registry is imported), then with a filled one; memory at rest.</summary>
internal static class StartBenchmark
{
    public static async Task RunAsync()
    {
        var data = ProductProcess.FreshDataPath();
        var first = await MeasureAsync(data);
        var again = await MeasureAsync(data);
        Report.Line("start: empty folder to ready, registry of 452 hospitals imported", $"{first.Seconds:F2} s");
        Report.Line("start: filled folder to ready", $"{again.Seconds:F2} s (aim 3 s)");
        Report.Line("memory at rest, registry loaded", $"{again.Megabytes:F0} MB (aim 300 MB)");
    }

    private static async Task<(double Seconds, double Megabytes)> MeasureAsync(string data)
    {
        var watch = Stopwatch.StartNew();
        await using var product = await ProductProcess.StartAsync(data);
        return (watch.Elapsed.TotalSeconds, Report.ResidentMegabytes(product.Id));
    }
}
