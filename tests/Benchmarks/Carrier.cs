using System.Diagnostics;
using Conference.Tests.Support;

namespace Conference.Benchmarks;

/// <summary>Sends requests of two hospitals each and waits until all of them await replies.</summary>
internal sealed class Carrier(ProductProcess product)
{
    private const int Clients = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private int _next;
    private string[] _hospitals = [];

    public async Task PrepareAsync()
    {
        using var registry = await product.Http.JsonAsync("/api/hospitals?pageSize=1000");
        _hospitals = [.. registry.RootElement.GetProperty("items").EnumerateArray().Select(hospital => hospital.Text("hospitalId"))];
    }

    /// <summary>Carries so many, from the first request until the last conference awaits replies.</summary>
    public async Task<Pace> CarryAsync(int count)
    {
        var end = _next + count;
        var (watch, busy) = (Stopwatch.StartNew(), Report.ProcessorTime(product.Id));
        var newest = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => AskUntilAsync(end)));
        // To count them costs the product more with each that it has: only when the newest are there, and once.
        foreach (var conference in newest.OfType<Uri>())
            await product.UntilAsync(() => AwaitsRepliesAsync(conference), $"{conference} to await replies", Patience);
        await product.UntilAsync(async () => await AwaitingAsync() >= end, $"{end} conferences to await replies", Patience);
        _next = end;
        return new Pace(count, watch.Elapsed, Report.ProcessorTime(product.Id) - busy);
    }

    private async Task<Uri?> AskUntilAsync(int end)
    {
        Uri? newest = null;
        for (var request = Interlocked.Increment(ref _next); request <= end; request = Interlocked.Increment(ref _next))
        {
            var host = _hospitals[request * 2 % _hospitals.Length];
            var guest = _hospitals[((request * 2) + 1) % _hospitals.Length];
            var from = ConferenceBodies.Today.AddDays(7);
            using var answer = await product.Http.PostJsonAsync(
                "/api/conferences", ConferenceBodies.Window(host, [guest], from, from.AddDays(120), 30, "08:00", "20:00"));
            answer.EnsureSuccessStatusCode();
            newest = answer.Headers.Location;
        }

        return newest;
    }

    private async Task<bool> AwaitsRepliesAsync(Uri conference)
    {
        using var shown = await product.Http.JsonAsync(conference.ToString());
        return shown.RootElement.Text("state") == "AwaitingReplies";
    }

    private async Task<int> AwaitingAsync()
    {
        using var page = await product.Http.JsonAsync("/api/conferences?state=AwaitingReplies&pageSize=1");
        return page.RootElement.GetProperty("total").GetInt32();
    }
}

/// <summary>How fast conferences were carried, and what of the processor it took.</summary>
internal readonly record struct Pace(int Count, TimeSpan Elapsed, TimeSpan Busy)
{
    public double PerSecond => Count / Elapsed.TotalSeconds;

    /// <summary>Milliseconds of one processor a conference: what holds where the machine has other work too.</summary>
    public double BusyMilliseconds => Busy.TotalMilliseconds / Count;
}
