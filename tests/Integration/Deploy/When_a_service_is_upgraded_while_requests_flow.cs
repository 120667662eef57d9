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
    private const int Clients = 2;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(400);
    private static readonly Dictionary<string, int> Doubled = new() { ["Requests"] = 2 };

    [Fact]
    public async Task Should_fail_no_request_and_lose_no_message()
    {
        await using var servers = await Servers.StartAsync();
        await using var product = await Deployment.StartAsync(servers, Doubled, "--Shutdown:DrainFor=00:00:04", "--Requests:StuckAfter=1.00:00:00");
        await using var requests = RequestsFlow.Start(product.Http, Clients, Pace);

        foreach (var replica in product.Of("Requests").ToList())
        {
            await GoesOnAsync(product, requests);
            await replica.StopAsync();
            var before = requests.Accepted.Count;
            await GoesOnAsync(product, requests);
            output.WriteLine($"{before} accepted when {replica.Url} had stopped, {requests.Accepted.Count} a moment later");
            replica.Start();
            await replica.UntilReadyAsync();
        }

        await GoesOnAsync(product, requests);
        await requests.StopAsync();
        requests.Failed.ShouldBeEmpty();
        await SettleAsync(product, requests);
        output.WriteLine($"{requests.Accepted.Count} accepted and settled");
    }

    private static Task GoesOnAsync(Deployment product, RequestsFlow requests)
    {
        var before = requests.Accepted.Count;
        return product.UntilAsync(() => Task.FromResult(requests.HasGoneOn(before, 15)), "requests to flow");
    }

    private static Task SettleAsync(Deployment product, RequestsFlow requests)
    {
        var waiting = new HashSet<string>(requests.Accepted);
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
