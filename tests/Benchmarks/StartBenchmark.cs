using System.Diagnostics;
using Conference.Tests.Support;

namespace Conference.Benchmarks;

/// <summary>From start to ready, first with an empty folder (the registry is imported), then with a filled one; memory at rest.</summary>
internal static class StartBenchmark
{
    private const int Rounds = 5;

    public static async Task RunAsync()
    {
        var empty = new List<Start>();
        var filled = new List<Start>();
        for (var round = 0; round < Rounds; round++)
        {
            var data = ProductProcess.FreshDataPath();
            empty.Add(await MeasureAsync(data));
            filled.Add(await MeasureAsync(data));
        }

        Report.Line("start: empty folder to ready, registry of 452 hospitals imported", $"{Seconds(empty)}");
        Report.Line("start: filled folder to ready", $"{Seconds(filled)} (aim 3 s)");
        Report.Line("memory at rest, registry loaded", $"{Report.Range(filled.Select(start => start.Megabytes), "F0")} MB (aim 300 MB)");
    }

    private static string Seconds(List<Start> starts) =>
        $"{Report.Range(starts.Select(start => start.Seconds), "F2")} s, {Report.Range(starts.Select(start => start.BusySeconds), "F2")} s of processor";

    private static async Task<Start> MeasureAsync(string data)
    {
        var watch = Stopwatch.StartNew();
        await using var product = await ProductProcess.StartAsync(data);
        return new Start(watch.Elapsed.TotalSeconds, Report.ProcessorTime(product.Id).TotalSeconds, Report.ResidentMegabytes(product.Id));
    }

    private readonly record struct Start(double Seconds, double BusySeconds, double Megabytes);
}
