using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Conference.Audit;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Faults;

/// <summary>
/// 500 requests while the process is killed again and again, as by <c>kill -9</c>; then the stores and the mail drop
/// are read and must agree. The seed is printed, so that a failure can be run again.
/// </summary>
[Collection(WholeMachine.Name)]
public sealed class When_the_process_is_killed_at_random_moments(ITestOutputHelper output)
{
    private const int Requests = 500;
    private const int Kills = 6;
    private const int Clients = 12;

    [Fact]
    public async Task Should_lose_nothing_double_nothing_and_tell_nobody_a_wrong_time()
    {
        var seed = Environment.GetEnvironmentVariable("CONFERENCE_SEED") is { Length: > 0 } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : 20261123;
        output.WriteLine($"seed {seed} (CONFERENCE_SEED)");
        var data = ProductProcess.FreshDataPath();
        var accepted = await LoadWhileKillingAsync(data, new Random(seed));
        accepted.Count.ShouldBe(Requests);

        await using var product = await ProductProcess.StartAsync(data);
        await SettleAsync(product, accepted);
        var report = await new Auditor(new AuditSettings { DataPath = data, Settle = TimeSpan.FromSeconds(10) }, TimeProvider.System).RunAsync();

        report.Proved.ShouldBeTrue(report.ToText("en"));
        report["requests"].Checked.ShouldBe(Requests, "requests that the product knows of");
        report["told"].Checked.ShouldBeGreaterThan(0);
        output.WriteLine($"{accepted.Count} accepted, {Kills} kills\n{report.ToText("en")}");
    }

    private async Task<ConcurrentDictionary<string, int>> LoadWhileKillingAsync(string data, Random random)
    {
        var product = await ProductProcess.StartAsync(data);
        var load = new RequestLoad(Requests, random.Next());
        for (var kill = 0; kill < Kills; kill++)
        {
            var until = load.Accepted.Count + random.Next(Requests / (Kills * 2), Requests / Kills);
            using var stop = new CancellationTokenSource();
            var running = load.RunAsync(product.Http, Clients, stop.Token);
            await product.UntilAsync(() => Task.FromResult(load.Accepted.Count >= Math.Min(until, Requests)), "the load to go on", TimeSpan.FromMinutes(3));
            product.Kill();
            await stop.CancelAsync();
            await running;
            output.WriteLine($"killed after {load.Accepted.Count} accepted");
            await product.DisposeAsync();
            product = await ProductProcess.StartAsync(data);
        }

        await load.RunAsync(product.Http, Clients, CancellationToken.None);
        await product.DisposeAsync();
        return load.Accepted;
    }

    private static Task SettleAsync(ProductProcess product, ConcurrentDictionary<string, int> accepted)
    {
        var waiting = new HashSet<string>(accepted.Keys);
        return product.UntilAsync(
            async () =>
            {
                foreach (var path in waiting.ToList())
                {
                    using var conference = await product.Http.JsonAsync(path);
                    if (conference.RootElement.Text("state") is "AwaitingReplies" or "Unplaced")
                        waiting.Remove(path);
                    else
                        return false;
                }

                return waiting.Count == 0;
            },
            "every accepted request to settle",
            TimeSpan.FromMinutes(5));
    }

    /// <summary>Clients that ask until each request was accepted once, with one Idempotency-Key each.</summary>
    private sealed class RequestLoad(int requests, int seed)
    {
        private readonly ConcurrentQueue<int> _open = new(Enumerable.Range(0, requests));

        public ConcurrentDictionary<string, int> Accepted { get; } = new();

        public Task RunAsync(HttpClient http, int clients, CancellationToken stop) =>
            Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => AskAsync(http, stop), CancellationToken.None)));

        private async Task AskAsync(HttpClient http, CancellationToken stop)
        {
            while (!stop.IsCancellationRequested && _open.TryDequeue(out var request))
            {
                try
                {
                    var path = await AskOnceAsync(http, request, stop);
                    Accepted[path] = request;
                }
                catch (Exception exception) when (exception is HttpRequestException { StatusCode: null } or OperationCanceledException or IOException)
                {
                    _open.Enqueue(request);
                    return;
                }
            }
        }

        private async Task<string> AskOnceAsync(HttpClient http, int request, CancellationToken stop)
        {
            var random = new Random(seed + request);
            var hospitals = Enumerable.Range(1301, 16).OrderBy(_ => random.Next()).Take(3).Select(id => $"H{id}").ToArray();
            var from = ConferenceBodies.Today.AddDays(7);
            using var message = new HttpRequestMessage(HttpMethod.Post, "/api/conferences")
            {
                Content = JsonContent.Create(ConferenceBodies.Window(hospitals[0], hospitals[1..], from, from.AddDays(40))),
            };
            message.Headers.Add("Idempotency-Key", $"load-{seed}-{request}");
            using var answer = await http.SendAsync(message, stop);
            if (answer.StatusCode != HttpStatusCode.Accepted)
                throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(stop)}");
            return answer.Headers.Location!.ToString();
        }
    }
}
