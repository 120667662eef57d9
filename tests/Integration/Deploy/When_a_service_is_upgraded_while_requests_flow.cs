using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Deploy;

/// <summary>
/// Two replicas of Requests, each stopped by SIGTERM and started again while clients ask through the portal, without a
/// key that would let anybody repeat a request. The sweep that asks again is out of the game.
/// </summary>
[Collection(WholeMachine.Name)]
public sealed class When_a_service_is_upgraded_while_requests_flow(ITestOutputHelper output)
{
    private const int Clients = 3;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);
    private static readonly Dictionary<string, int> Doubled = new() { ["Requests"] = 2 };

    private readonly ConcurrentBag<string> _accepted = [];
    private readonly ConcurrentBag<string> _failed = [];

    [Fact]
    public async Task Should_fail_no_request_and_lose_no_message()
    {
        await using var servers = await Servers.StartAsync();
        await using var product = await Deployment.StartAsync(servers, Doubled, "--Shutdown:DrainFor=00:00:04", "--Requests:StuckAfter=1.00:00:00");
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, Clients).Select(client => AskOnAsync(product.Http, client, stop.Token)).ToList();

        foreach (var replica in product.Of("Requests").ToList())
        {
            await GoesOnAsync(product);
            await replica.StopAsync();
            var before = _accepted.Count;
            await GoesOnAsync(product);
            output.WriteLine($"{before} accepted when {replica.Url} had stopped, {_accepted.Count} a moment later");
            replica.Start();
            await replica.UntilReadyAsync();
        }

        await GoesOnAsync(product);
        await stop.CancelAsync();
        await Task.WhenAll(load);
        _failed.ShouldBeEmpty();
        await SettleAsync(product);
        output.WriteLine($"{_accepted.Count} accepted and settled");
    }

    private Task GoesOnAsync(Deployment product)
    {
        var goal = _accepted.Count + 15;
        return product.UntilAsync(() => Task.FromResult(_accepted.Count >= goal || !_failed.IsEmpty), "requests to flow");
    }

    private async Task AskOnAsync(HttpClient http, int client, CancellationToken stop)
    {
        var from = ConferenceBodies.Today.AddDays(7);
        using var beat = new PeriodicTimer(Pace);
        for (var request = client; await beat.WaitForNextTickAsync(CancellationToken.None) && !stop.IsCancellationRequested; request += Clients)
        {
            var hospitals = Enumerable.Range(0, 3).Select(offset => $"H{1301 + ((request + offset) % 16)}").ToArray();
            try
            {
                using var answer = await http.PostAsJsonAsync(new Uri("/api/conferences", UriKind.Relative), ConferenceBodies.Window(hospitals[0], hospitals[1..], from, from.AddDays(60)), CancellationToken.None);
                if (answer.StatusCode == HttpStatusCode.Accepted)
                    _accepted.Add(answer.Headers.Location!.ToString());
                else
                    _failed.Add($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(CancellationToken.None)}");
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                _failed.Add(exception.ToString());
            }
        }
    }

    private Task SettleAsync(Deployment product)
    {
        var waiting = new HashSet<string>(_accepted);
        return product.UntilAsync(
            async () =>
            {
                foreach (var path in waiting.ToList())
                {
                    using var conference = await product.Http.JsonAsync(path);
                    if (conference.RootElement.Text("state") is not ("AwaitingReplies" or "Unplaced"))
                        return false;
                    waiting.Remove(path);
                }

                return true;
            },
            "every accepted request to settle",
            TimeSpan.FromMinutes(5));
    }
}
