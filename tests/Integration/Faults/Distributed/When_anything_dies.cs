using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Conference.Audit;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Faults.Distributed;

/// <summary>
/// Every service its own processes, two of most, over a cluster of three RabbitMQ nodes, PostgreSQL and Postfix, under a
/// steady load of requests, answers and cancellations: one thing after the other breaks, then many at once. Afterwards
/// what people were promised is held against the stores and the mails, and the auditor reads them all. The seed is printed;
/// CONFERENCE_SEED sets it, and CONFERENCE_FAULT, a part of a name, says which faults come one at a time.
/// </summary>
[Collection(WholeMachine.Name)]
public sealed class When_anything_dies(ITestOutputHelper output)
{
    private static readonly Dictionary<string, int> Doubled = new() { ["Requests"] = 2, ["Booking"] = 2, ["Invitations"] = 2, ["Timers"] = 2 };
    private static readonly string[] HospitalsWithMail = ["H1301", "H1302", "H1303", "H1304"];
    private static readonly string[] Settled = ["AwaitingReplies", "Unplaced", "Confirmed", "Cancelled", "InSession", "AwaitingRecord", "Completed"];

    // Of one fault after the other; together they come on the slowest machine too.
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(20);

    // Longer than a message that failed waits before it is tried again.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    private static readonly string[] Settings = ["--Requests:StuckAfter=00:00:20", "--Bus:RetryFailedAfter=00:00:05", "--Mail:RetryAfter=00:00:00.5"];

    private static string Alone => Environment.GetEnvironmentVariable("CONFERENCE_FAULT") ?? "";

    [Fact]
    public async Task Should_lose_nothing_double_nothing_and_tell_nobody_a_wrong_time()
    {
        var seed = Environment.GetEnvironmentVariable("CONFERENCE_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : 20261123;
        output.WriteLine($"seed {seed} (CONFERENCE_SEED)");
        var random = new Random(seed);
        await using var servers = await Servers.StartAsync(brokers: 3, mail: true);
        await using var product = await Deployment.StartAsync(servers, Doubled, [.. Settings, .. Chasers()]);
        await using var records = new Records(servers.DatabaseUrl);
        using var disk = new SmallDisk(Path.Combine(product.DataPath, "mail"));
        await GiveRealAddressesAsync(product);
        await using var load = SteadyLoad.Start(product, seed);
        await load.GoesOnAsync(20);

        List<Fault> clocks = [.. Fault.OfClocks(product, random)];
        List<Fault> faults = [.. Fault.OfProcesses(product, random), .. Fault.OfServers(servers, random), Fault.OfDisk(disk)];
        await OneAfterTheOtherAsync(load, [.. faults.Select(fault => new[] { fault }), clocks]);
        faults.AddRange(clocks);
        for (var round = 0; round < 2; round++)
            await StrikeAsync(load, [.. faults.OrderBy(_ => random.Next()).DistinctBy(fault => fault.Target).Take(4)]);

        await load.StopAsync();
        await RestAsync(product, records);
        await SettleAsync(product, load);
        await new Promises(product, servers, load, records).ShouldBeKeptAsync();
        await AuditAsync(servers, product, load);
        output.WriteLine($"{await records.MailsAsync("kind = 'Chaser'")} chasers, {await records.MailsAsync("attempts > 1")} mails tried more than once");
    }

    /// <summary>Those who are silent are asked again every other minute while things break: the deadline is the evening of the seventh day.</summary>
    private static IEnumerable<string> Chasers()
    {
        var (now, deadline) = (TimeProvider.System.GetUtcNow(), new DateTimeOffset(ConferenceBodies.Today.AddDays(7), new TimeOnly(17, 0), TimeSpan.FromHours(9)));
        return Enumerable.Range(0, 10).Select(turn => $"--Requests:Chasers:{turn}={deadline - now - TimeSpan.FromMinutes(3 + (2 * turn)):d\\.hh\\:mm\\:ss}");
    }

    private async Task OneAfterTheOtherAsync(SteadyLoad load, IReadOnlyList<IReadOnlyList<Fault>> turns)
    {
        var watch = Stopwatch.StartNew();
        foreach (var turn in turns.Where(turn => turn.Any(fault => fault.Name.Contains(Alone, StringComparison.Ordinal))))
        {
            if (watch.Elapsed < Bound)
                await StrikeAsync(load, turn);
            else
                output.WriteLine($"{turn[0].Name}: not alone, the machine is too slow");
        }
    }

    private async Task StrikeAsync(SteadyLoad load, IReadOnlyList<Fault> faults)
    {
        var (watch, before) = (Stopwatch.StartNew(), load.Acts);
        await Task.WhenAll(faults.Select(fault => fault.StrikeAsync()));
        await Task.Delay(faults.Max(fault => fault.Lasts));
        var during = load.Acts - before;
        await Task.WhenAll(faults.Select(fault => fault.MendAsync()));
        await load.GoesOnAsync(5);
        output.WriteLine($"{string.Join(" + ", faults.Select(fault => fault.Name))}: {during} acts taken meanwhile, five more {watch.Elapsed.TotalSeconds:F0} s after the blow");
    }

    private static async Task GiveRealAddressesAsync(Deployment product)
    {
        foreach (var hospital in HospitalsWithMail)
        {
            var contacts = new[] { new { name = "連携室", email = $"{hospital.ToLowerInvariant()}@hospital.jp", role = "coordinator", language = "ja" } };
            using var answer = await product.Http.PutAsJsonAsync(new Uri($"/api/hospitals/{hospital}/contacts", UriKind.Relative), contacts);
            answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        }
    }

    /// <summary>What was asked last has had its effects: a conference can look settled while its cancellation is on its way.</summary>
    private static Task RestAsync(Deployment product, Records records)
    {
        var (last, since) = ((Taken: -1L, Waiting: 0L), Stopwatch.StartNew());
        return product.UntilAsync(
            async () =>
            {
                var now = await records.MessagesAsync();
                if (now.Waiting > 0 || now != last)
                    since.Restart();
                last = now;
                return since.Elapsed > Rest;
            },
            "every message to have its effect",
            TimeSpan.FromMinutes(5));
    }

    private static Task SettleAsync(Deployment product, SteadyLoad load)
    {
        var waiting = new HashSet<string>(load.Accepted);
        return product.UntilAsync(
            async () =>
            {
                foreach (var path in waiting.ToList())
                {
                    using var conference = await product.Http.JsonAsync(path);
                    if (!Settled.Contains(conference.RootElement.Text("state")))
                        return false;
                    waiting.Remove(path);
                }

                return true;
            },
            "every accepted request to settle",
            TimeSpan.FromMinutes(5));
    }

    private async Task AuditAsync(Servers servers, Deployment product, SteadyLoad load)
    {
        load.Unexpected.ShouldBeEmpty("answers that a person should never get");
        foreach (var path in load.Cancelled)
        {
            using var conference = await product.Http.JsonAsync(path);
            conference.RootElement.Text("state").ShouldBe("Cancelled", path);
        }

        var report = await new Auditor(
            new AuditSettings
            {
                DataPath = product.DataPath,
                Postgres = servers.DatabaseUrl,
                RabbitMq = [.. servers.BrokerUrl.Split(',').Select(node => new Uri(node))],
                Settle = TimeSpan.FromSeconds(30),
                PassingLimit = TimeSpan.FromMinutes(2),
            },
            TimeProvider.System).RunAsync();
        report.Proved.ShouldBeTrue(report.ToText("en"));
        output.WriteLine(report.ToText("en"));
        output.WriteLine($"{load.Acts} acts, {load.Accepted.Count} conferences, {load.Cancelled.Count} cancelled, {product.Mails.Count} mails in the drop");
    }
}
