using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Operations;

/// <summary>Dashboard and alerts ask only for figures that the product shows, and every figure of ours is on a panel.</summary>
public sealed partial class DashboardTests(WatchedProduct running) : IClassFixture<WatchedProduct>
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "dashboards");

    private static readonly string Dashboard = File.ReadAllText(Path.Combine(Folder, "conference.json"));

    private static readonly string Alerts = File.ReadAllText(Path.Combine(Folder, "alerts.yaml"));

    [Theory]
    [InlineData("conference.json")]
    [InlineData("alerts.yaml")]
    [InlineData("alerts.test.yaml")]
    public async Task EveryFigureNamed_IsShownByTheProduct(string file)
    {
        var shown = await ShownAsync();

        var named = NamesIn(await File.ReadAllTextAsync(Path.Combine(Folder, file)));

        named.ShouldNotBeEmpty();
        named.Except(shown).ShouldBeEmpty($"named in {file}, but not at /metrics");
    }

    [Fact]
    public async Task EveryService_IsMissedByItsOwnFigures()
    {
        await ShownAsync();
        var figures = await running.Product.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative));

        var services = OutboxPattern().Matches(figures).Select(match => match.Groups["service"].Value).ToHashSet();
        services.ShouldContain("portal");
        services.ShouldAllBe(service => Alerts.Contains($"absent(conference_outbox_messages{{service=\"{service}\"}})", StringComparison.Ordinal));
        var queues = QueuePattern().Matches(figures).Select(match => match.Groups["service"].Value).ToHashSet();
        queues.ShouldNotBeEmpty();
        queues.ShouldAllBe(service => Alerts.Contains($"absent(conference_error_queue_messages{{queue=~\"{service}(-.+)?\"}})", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryFigureOfOurs_IsOnAPanel() =>
        (await ShownAsync()).Where(name => name.StartsWith("conference_", StringComparison.Ordinal)).Except(NamesIn(Dashboard)).ShouldBeEmpty();

    [Fact]
    public void EveryPanel_AsksTheChosenSource()
    {
        using var dashboard = JsonDocument.Parse(Dashboard);
        dashboard.RootElement.GetProperty("templating").GetProperty("list").EnumerateArray()
            .ShouldContain(variable => variable.Text("name") == "datasource" && variable.Text("type") == "datasource" && variable.Text("query") == "prometheus");

        var panels = dashboard.RootElement.GetProperty("panels").EnumerateArray().Where(panel => panel.Text("type") != "row").ToList();
        panels.Select(panel => panel.GetProperty("id").GetInt32()).ShouldBeUnique();
        panels.ShouldAllBe(panel => panel.GetProperty("datasource").Text("uid") == "${datasource}" && panel.Text("title").Length > 0);
        panels.ShouldAllBe(panel => panel.GetProperty("targets").EnumerateArray().Any() && panel.GetProperty("targets").EnumerateArray().All(target => target.Text("expr").Length > 0));
    }

    [Theory]
    [InlineData("check", "alerts.yaml")]
    [InlineData("test", "alerts.test.yaml")]
    public async Task EveryAlert_IsTakenByPrometheusAndRingsWhenItShould(string how, string file)
    {
        var start = new ProcessStartInfo("promtool", [how, "rules", Path.Combine(Folder, file)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var promtool = Process.Start(start)!;
        var said = await Task.WhenAll(promtool.StandardOutput.ReadToEndAsync(), promtool.StandardError.ReadToEndAsync());
        await promtool.WaitForExitAsync();

        promtool.ExitCode.ShouldBe(0, string.Concat(said));
    }

    [Fact]
    public void EveryAlert_SaysForHowLongHowBadAndWhatToDoInBothLanguages()
    {
        var rules = Alerts.Split("- alert:")[1..];

        rules.Length.ShouldBeGreaterThan(10);
        foreach (var rule in rules)
        {
            foreach (var part in new[] { "expr:", "for:", "severity:", "summary:", "action_ja:", "action_en:" })
                rule.ShouldContain(part, customMessage: rule.Split('\n')[0]);
        }
    }

    private static HashSet<string> NamesIn(string text) => [.. NamePattern().Matches(text).Select(match => match.Value)];

    // Figures of the stores come with the first reading, those of HTTP with the first request.
    private async Task<HashSet<string>> ShownAsync()
    {
        HashSet<string> shown = [];
        await running.Product.UntilAsync(
            async () =>
            {
                var lines = (await running.Product.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative))).Split('\n');
                shown = [.. lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('{', ' ')[0])];
                return new[] { "conference_conferences", "conference_outbox_messages", "conference_bridge_ports", "conference_mails_queued", "conference_timers", "conference_error_queue_messages", "conference_mailbox_last_read_age_seconds" }.All(shown.Contains);
            },
            "the figures to be read");
        return shown;
    }

    [GeneratedRegex("^conference_outbox_messages\\{.*service=\"(?<service>[^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex OutboxPattern();

    [GeneratedRegex("^conference_error_queue_messages\\{.*queue=\"(?<service>[a-z]+)", RegexOptions.Multiline)]
    private static partial Regex QueuePattern();

    [GeneratedRegex("\\b(?:conference|http_server|messaging_masstransit|dotnet|kestrel)_[a-z0-9_]+")]
    private static partial Regex NamePattern();
}

/// <summary>With a mailbox, which does not answer: its figures are shown too.</summary>
public sealed class WatchedProduct : IAsyncLifetime
{
    public ProductProcess Product { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Product = await ProductProcess.StartAsync(null, "--Mail:Imap=imap://nobody:none@127.0.0.1:1");

    public ValueTask DisposeAsync() => Product.DisposeAsync();
}
