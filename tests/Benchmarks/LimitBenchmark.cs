using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Conference.Tests.Support;

namespace Conference.Benchmarks;

/// <summary>
/// Four clients at once ask for one hour on a bridge that can take two conferences of two sites: how often are more
/// placed than fit, how often fewer? A widely used groupware exceeded the limit of a resource in 18 of 20 such rounds.
/// </summary>
internal static class LimitBenchmark
{
    private const int Clients = 4;
    private const int Fitting = 2;
    private const int Minutes = 15;
    private const int InFlight = 8;

    public static async Task RunAsync()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("CONFERENCE_LIMIT_ROUNDS"), CultureInfo.InvariantCulture, out var asked) ? asked : 10_000;
        await using var product = await ProductProcess.StartAsync(null, "--Booking:SetupMinutes=0", "--Bridges:0:Id=small", $"--Bridges:0:Ports={2 * Fitting}");
        using var registry = await product.Http.JsonAsync("/api/hospitals?pageSize=1000");
        var hospitals = registry.RootElement.GetProperty("items").EnumerateArray().Select(hospital => hospital.Text("hospitalId")).Take(2 * Clients).ToArray();
        var first = new DateTimeOffset(ConferenceBodies.Today.AddDays(30), TimeOnly.MinValue, TimeSpan.FromHours(9));

        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, rounds), new ParallelOptions { MaxDegreeOfParallelism = InFlight }, async (round, _) =>
            await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => AskAsync(product, hospitals[2 * client], hospitals[(2 * client) + 1], first.AddMinutes(round * Minutes)))));
        await product.UntilAsync(async () => await CountAsync(product, "AwaitingReplies") + await CountAsync(product, "Unplaced") == rounds * Clients, "every request to be settled", TimeSpan.FromMinutes(30));

        var placed = await PlacedAsync(product);
        var counts = Enumerable.Range(0, rounds).Select(round => placed.GetValueOrDefault(first.AddMinutes(round * Minutes))).ToList();
        Report.Line($"rounds of {Clients} clients at once for what takes {Fitting}", $"{rounds} in {watch.Elapsed.TotalSeconds:F0} s");
        var (exceeded, lost) = (counts.Count(count => count > Fitting), counts.Count(count => count < Fitting));
        Report.Line("  more placed than fit", $"{exceeded}");
        Report.Line("  fewer placed than fit", $"{lost}");
        if (exceeded + lost > 0)
            Environment.ExitCode = 1;
    }

    private static async Task AskAsync(ProductProcess product, string host, string guest, DateTimeOffset start)
    {
        using var answer = await product.Http.PostJsonAsync("/api/conferences", Once(ConferenceBodies.Fixed(host, [guest], start, Minutes)));
        answer.EnsureSuccessStatusCode();
    }

    // Who does not get it is not to come back for it.
    private static Dictionary<string, object?> Once(object body) =>
        new(JsonSerializer.Deserialize<Dictionary<string, object?>>(JsonSerializer.Serialize(body))!) { ["wait"] = false };

    private static async Task<int> CountAsync(ProductProcess product, string state)
    {
        using var page = await product.Http.JsonAsync($"/api/conferences?state={state}&pageSize=1");
        return page.RootElement.GetProperty("total").GetInt32();
    }

    /// <summary>How many have each time, read from the product's own list.</summary>
    private static async Task<Dictionary<DateTimeOffset, int>> PlacedAsync(ProductProcess product)
    {
        var placed = new Dictionary<DateTimeOffset, int>();
        for (var page = 1; ; page++)
        {
            using var answer = await product.Http.JsonAsync($"/api/conferences?state=AwaitingReplies&page={page}&pageSize=1000");
            var starts = answer.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("start").GetDateTimeOffset()).ToList();
            foreach (var start in starts)
                placed[start] = placed.GetValueOrDefault(start) + 1;
            if (starts.Count < 1000)
                return placed;
        }
    }
}
