using Conference.Tests.Support;

namespace Conference.Benchmarks;

/// <summary>Conferences a second from request to invitations queued, one process, SQLite, in-memory bus.</summary>
internal static class CarryBenchmark
{
    private const int WarmUp = 200;
    private const int Count = 1000;

    public static async Task RunAsync()
    {
        await using var product = await ProductProcess.StartAsync();
        var carrier = new Carrier(product);
        await carrier.PrepareAsync();
        await carrier.CarryAsync(WarmUp);
        var seconds = await carrier.CarryAsync(Count);
        Report.Line("carried from request to AwaitingReplies, one process, SQLite", $"{Count / seconds:F0} conferences/s (aim 50)");
    }
}
