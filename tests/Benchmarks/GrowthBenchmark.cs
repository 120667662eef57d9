using Conference.Tests.Support;

namespace Conference.Benchmarks;

/// <summary>Memory and pace over 10,000 conferences: both should stay flat.</summary>
internal static class GrowthBenchmark
{
    private const int Step = 1000;
    private const int Steps = 10;

    public static async Task RunAsync()
    {
        await using var product = await ProductProcess.StartAsync();
        var carrier = new Carrier(product);
        await carrier.PrepareAsync();
        for (var step = 1; step <= Steps; step++)
        {
            var pace = await carrier.CarryAsync(Step);
            Report.Line(
                $"after {step * Step} conferences",
                $"{Report.ResidentMegabytes(product.Id):F0} MB, {pace.PerSecond:F0} conferences/s, {pace.BusyMilliseconds:F1} ms of processor each");
        }
    }
}
