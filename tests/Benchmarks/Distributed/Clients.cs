using System.Diagnostics;
using System.Net;
using Conference.Tests.Support;

namespace Conference.Benchmarks.Distributed;

/// <summary>Eight coordinators at the portal's API, and hospitals that are answered for.</summary>
internal sealed class Clients(Deployment product, Witness witness)
{
    private const int Together = 8;
    private string[] _hospitals = [];
    private int _asked;

    public async Task PrepareAsync()
    {
        using var registry = await product.Http.JsonAsync("/api/hospitals?pageSize=1000");
        _hospitals = [.. registry.RootElement.GetProperty("items").EnumerateArray().Select(hospital => hospital.Text("hospitalId"))];
    }

    /// <summary>From the first request until the last conference is confirmed; requests do not wait for one another.</summary>
    public async Task<double> CarryAsync(int count, int sites)
    {
        var watch = Stopwatch.StartNew();
        using var answering = new SemaphoreSlim(Together);
        var asked = await AskAllAsync(count, async () =>
        {
            var conference = await AskAsync(sites);
            return FinishAsync(conference, answering);
        });
        await Task.WhenAll(asked);
        return count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Each client waits until its conference's slot is held and its invitations are durably queued before it asks again.</summary>
    public async Task<Holding> HoldAsync(int count, int sites)
    {
        var watch = Stopwatch.StartNew();
        var conferences = await AskAllAsync(count, async () =>
        {
            var conference = await AskAsync(sites);
            var queued = await witness.WhenAsync(conference.Id, Witness.Queued);
            return conference with { Queued = Stopwatch.GetElapsedTime(conference.Began, queued) };
        });
        return new Holding(count / watch.Elapsed.TotalSeconds, conferences);
    }

    private static async Task<IReadOnlyList<T>> AskAllAsync<T>(int count, Func<Task<T>> ask)
    {
        var next = 0;
        var clients = await Task.WhenAll(Enumerable.Range(0, Together).Select(async _ =>
        {
            var mine = new List<T>();
            while (Interlocked.Increment(ref next) <= count)
                mine.Add(await ask());
            return mine;
        }));
        return [.. clients.SelectMany(mine => mine)];
    }

    private async Task<AskedConference> AskAsync(int sites)
    {
        var first = Interlocked.Increment(ref _asked) * sites;
        string[] hospitals = [.. Enumerable.Range(first, sites).Select(index => _hospitals[index % _hospitals.Length])];
        var from = ConferenceBodies.Today.AddDays(7);
        var (at, began) = (TimeProvider.System.GetUtcNow(), Stopwatch.GetTimestamp());
        using var answer = await product.Http.PostJsonAsync(
            "/api/conferences", ConferenceBodies.Window(hospitals[0], hospitals[1..], from, from.AddDays(120), 30, "08:00", "20:00"));
        if (answer.StatusCode != HttpStatusCode.Accepted)
            throw new HttpRequestException($"A request was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return new AskedConference(Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]), hospitals[1..], at, began);
    }

    private async Task FinishAsync(AskedConference conference, SemaphoreSlim answering)
    {
        await witness.WhenAsync(conference.Id, Witness.Queued);
        foreach (var hospital in conference.Guests)
        {
            await answering.WaitAsync();
            try
            {
                using var answer = await product.Http.PostJsonAsync($"/api/conferences/{conference.Id}/answers", new { hospitalId = hospital, answer = "accepted" });
                answer.EnsureSuccessStatusCode();
            }
            finally
            {
                answering.Release();
            }
        }

        await witness.WhenAsync(conference.Id, Witness.Confirmed);
    }
}

internal sealed record AskedConference(Guid Id, IReadOnlyList<string> Guests, DateTimeOffset At, long Began)
{
    /// <summary>From the request until its invitations were known to be durably queued.</summary>
    public TimeSpan Queued { get; init; }
}

internal sealed record Holding(double PerSecond, IReadOnlyList<AskedConference> Conferences);
