using Conference.Tests.Support;

namespace Conference.Benchmarks;

/// <summary>Conferences a second from request to invitations queued, one process, SQLite, in-memory bus.</summary>
internal static class CarryBenchmark
{
    private const int WarmUp = 200;
    private const int Count = 500;
    private const int Rounds = 4;

    public static async Task RunAsync()
    {
        await using var product = await ProductProcess.StartAsync();
        var carrier = new Carrier(product);
        await carrier.PrepareAsync();
        var cold = await carrier.CarryAsync(WarmUp);
        Report.Line($"the first {WarmUp} after the start", $"{cold.PerSecond:F0} conferences/s, {cold.BusyMilliseconds:F1} ms of processor each");
        var rounds = new List<Pace>();
        for (var round = 0; round < Rounds; round++)
            rounds.Add(await carrier.CarryAsync(Count));
        Report.Line(
            "carried from request to AwaitingReplies, one process, SQLite",
            $"{Report.Range(rounds.Select(pace => pace.PerSecond), "F0")} conferences/s (aim 50), {Report.Range(rounds.Select(pace => pace.BusyMilliseconds), "F1")} ms of processor each");
    }
}
