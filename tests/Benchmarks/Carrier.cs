using System.Diagnostics;
using Conference.Tests.Support;

namespace Conference.Benchmarks;

/// <summary>Sends requests of two hospitals each and waits until all of them await replies.</summary>
internal sealed class Carrier(ProductProcess product)
{
    private const int Clients = 8;
    private int _next;
    private string[] _hospitals = [];

    public int Asked => _next;

    public async Task PrepareAsync()
    {
        using var registry = await product.Http.JsonAsync("/api/hospitals?pageSize=1000");
        _hospitals = [.. registry.RootElement.GetProperty("items").EnumerateArray().Select(hospital => hospital.Text("hospitalId"))];
    }

    /// <summary>Seconds from the first request until the last conference awaits replies.</summary>
    public async Task<double> CarryAsync(int count)
    {
        var end = _next + count;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => AskUntilAsync(end)));
        await product.UntilAsync(async () => await AwaitingAsync() >= end, $"{end} conferences to await replies", TimeSpan.FromMinutes(10));
        _next = end;
        return watch.Elapsed.TotalSeconds;
    }

    private async Task AskUntilAsync(int end)
    {
        for (var request = Interlocked.Increment(ref _next); request <= end; request = Interlocked.Increment(ref _next))
        {
            var host = _hospitals[request * 2 % _hospitals.Length];
            var guest = _hospitals[((request * 2) + 1) % _hospitals.Length];
            var from = ConferenceBodies.Today.AddDays(7);
            using var answer = await product.Http.PostJsonAsync(
                "/api/conferences", ConferenceBodies.Window(host, [guest], from, from.AddDays(120), 30, "08:00", "20:00"));
            answer.EnsureSuccessStatusCode();
        }
    }

    private async Task<int> AwaitingAsync()
    {
        using var page = await product.Http.JsonAsync("/api/conferences?state=AwaitingReplies&pageSize=1");
        return page.RootElement.GetProperty("total").GetInt32();
    }
}
