using System.Net;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Deploy;

/// <summary>
/// The images, compose.yaml and the scripts of <c>infra/</c>, as an operator uses them: first start, backup while requests
/// flow, everything lost, restore, audit, upgrade of one service while requests flow.
/// </summary>
[Collection(WholeMachine.Name)]
public sealed class When_a_center_runs_what_is_shipped(ITestOutputHelper output)
{
    private static readonly string[] Images = ["hospitals", "requests", "booking", "invitations", "council", "timers", "portal", "audit"];
    private static readonly string[] Servers = ["postgres", "rabbitmq"];
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task Should_start_outlive_the_loss_of_its_machine_and_upgrade_without_a_failed_request()
    {
        await using var host = new CenterHost();
        await host.RunAsync("images/services.sh", CenterHost.Tag);

        await host.RunAsync("up.sh");
        await host.SignInAsync();
        await ShouldBeSafeAndSoundAsync(host);
        await HasRegistryAsync(host);
        var answered = await AskAsync(host);
        await StateAsync(host, answered, "AwaitingReplies");

        var (backup, before) = await BackUpWhileRequestsFlowAsync(host);
        await host.LoseEverythingAsync();
        await host.RunAsync("restore.sh", backup);
        await host.SignInAsync();
        await ShouldBeSafeAndSoundAsync(host);

        foreach (var path in before)
            await StateAsync(host, path, "AwaitingReplies", "Unplaced");
        await AnswerAsync(host, answered, "H1302", "H1401");
        await StateAsync(host, answered, "Confirmed");
        output.WriteLine(await host.RunAsync("audit.sh", "--Language=en"));

        await ShouldUpgradeAsync(host, "requests");
    }

    private static async Task ShouldBeSafeAndSoundAsync(CenterHost host)
    {
        // To ask docker costs what they need to start.
        await host.UntilAsync(async () => (await host.ContainersAsync()).All(container => container.Health == "healthy"), "every container to be healthy", pause: TimeSpan.FromSeconds(5));
        var containers = await host.ContainersAsync();
        containers.Select(container => container.Service).ShouldBe(
            [.. Servers, .. Images.Except(["audit"]), .. Images.Except(["audit", "portal"]).Select(service => $"{service}-2")], ignoreOrder: true);
        foreach (var container in containers.Where(container => !Servers.Contains(container.Service)))
        {
            container.ReadOnly.ShouldBeTrue(container.Service);
            (await CenterHost.UsersOfAsync(container)).ShouldAllBe(user => user != 0, container.Service);
        }
    }

    private static Task HasRegistryAsync(CenterHost host) => host.UntilAsync(
        async () =>
        {
            using var page = await host.Http.JsonAsync("/api/hospitals?pageSize=1");
            return page.RootElement.GetProperty("total").GetInt32() >= 452;
        },
        "the registry to be read");

    private static async Task<string> AskAsync(CenterHost host)
    {
        // Requests knows a hospital a moment after the register does: until then it says so.
        var path = "";
        var from = ConferenceBodies.Today.AddDays(10);
        await host.UntilAsync(
            async () =>
            {
                using var accepted = await host.Http.PostJsonAsync("/api/conferences", ConferenceBodies.Window("H1301", ["H1302", "H1401"], from, from.AddDays(20)));
                path = accepted.Headers.Location?.ToString() ?? "";
                return accepted.StatusCode == HttpStatusCode.Accepted;
            },
            "a request to be accepted");
        return path;
    }

    private static Task StateAsync(CenterHost host, string path, params string[] states) => host.UntilAsync(
        async () =>
        {
            using var conference = await host.Http.JsonAsync(path);
            return states.Contains(conference.RootElement.Text("state"));
        },
        $"{path} to be {string.Join(" or ", states)}");

    private static async Task AnswerAsync(CenterHost host, string path, params string[] hospitals)
    {
        foreach (var hospital in hospitals)
        {
            using var answer = await host.Http.PostJsonAsync($"{path}/answers", new { hospitalId = hospital, answer = "accepted" });
            answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        }
    }

    private static Task GoesOnAsync(CenterHost host, RequestsFlow requests, int many)
    {
        var before = requests.Accepted.Count;
        return host.UntilAsync(() => Task.FromResult(requests.HasGoneOn(before, many)), "requests to flow");
    }

    private async Task<(string Backup, IReadOnlyList<string> Before)> BackUpWhileRequestsFlowAsync(CenterHost host)
    {
        await using var requests = RequestsFlow.Start(host.Http, clients: 2, Pace);
        await GoesOnAsync(host, requests, 10);
        List<string> before = [.. requests.Accepted];
        var backup = CenterHost.LastLine(await host.RunAsync("backup.sh", host.Folder));
        await requests.StopAsync();
        requests.Failed.ShouldBeEmpty();
        output.WriteLine($"{Path.GetFileName(backup)}: {new FileInfo(backup).Length} bytes, {before.Count} conferences before it, {requests.Accepted.Count - before.Count} while it was written");
        return (backup, before);
    }

    private async Task ShouldUpgradeAsync(CenterHost host, string service)
    {
        await Tests.Support.Docker.RunAsync("tag", $"conference/{service}:{CenterHost.Tag}", $"conference/{service}:{CenterHost.NextTag}");
        await using var requests = RequestsFlow.Start(host.Http, clients: 2, Pace);
        await GoesOnAsync(host, requests, 5);
        await host.RunAsync("upgrade.sh", CenterHost.NextTag, service);
        await GoesOnAsync(host, requests, 10);
        await requests.StopAsync();
        requests.Failed.ShouldBeEmpty();

        var images = (await host.ContainersAsync()).ToDictionary(container => container.Service, container => container.Image);
        images[service].ShouldEndWith($":{CenterHost.NextTag}");
        images[$"{service}-2"].ShouldEndWith($":{CenterHost.NextTag}");
        images["booking"].ShouldEndWith($":{CenterHost.Tag}");
        foreach (var path in requests.Accepted)
            await StateAsync(host, path, "AwaitingReplies", "Unplaced");
        output.WriteLine($"{requests.Accepted.Count} accepted and settled while {service} was upgraded");
    }
}
