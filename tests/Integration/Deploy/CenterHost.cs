using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Reflection;
using Conference.Tests.Support;

namespace Conference.IntegrationTests.Deploy;

/// <summary>A container of the project, by the service that it is of.</summary>
internal sealed record ShippedContainer(string Service, string Health, bool ReadOnly, string Image, string Id);

/// <summary>
/// The machine of a center with the product as it ships: everything is done by the scripts of <c>infra/</c>, on settings,
/// a port and a compose project of its own, all of which are gone afterwards.
/// </summary>
internal sealed class CenterHost : IAsyncDisposable
{
    public const string Tag = "tests";
    public const string NextTag = "tests-next";

    private static readonly TimeSpan ScriptLimit = TimeSpan.FromMinutes(12);
    private static readonly TimeSpan WaitLimit = TimeSpan.FromMinutes(8);
    private static readonly string Infra = Path.GetFullPath(Path.Combine(
        typeof(CenterHost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ServiceBuilds").Value!, "..", "infra"));

    private readonly string _folder = Directory.CreateTempSubdirectory("conference-").FullName;
    private readonly string _listens;
    private readonly string _project;

    public CenterHost()
    {
        var port = RunningProcess.FreePort();
        _listens = $"127.0.0.1:{port}";
        // tests/run.sh knows how it begins and removes what a killed run has left.
        _project = $"conference-tests-{port}";
        Http = new HttpClient { BaseAddress = new Uri($"http://{_listens}"), Timeout = TimeSpan.FromSeconds(100) };
    }

    /// <summary>The portal; as a national coordinator after <see cref="SignInAsync"/>.</summary>
    public HttpClient Http { get; }

    /// <summary>Where backups go.</summary>
    public string Folder => _folder;

    private string Settings => Path.Combine(_folder, "settings.env");

    /// <summary>Runs one of the scripts and hands over what it printed; a failed one fails with that.</summary>
    public async Task<string> RunAsync(string script, params string[] arguments)
    {
        // A build may leave a compiler behind, which keeps what it inherited: a file does not wait for it.
        var printed = Path.Combine(_folder, "printed");
        var start = new ProcessStartInfo("bash", ["-c", "printed=$1; shift; exec bash \"$@\" >\"$printed\" 2>&1", "bash", printed, Path.Combine(Infra, script), .. arguments]);
        foreach (var (name, value) in Environment())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(ScriptLimit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"infra/{script} did not end:\n{await File.ReadAllTextAsync(printed)}\n{await LastOfAllAsync()}");
        }

        var said = await File.ReadAllTextAsync(printed);
        return process.ExitCode == 0
            ? said
            : throw new InvalidOperationException($"infra/{script} ended with {process.ExitCode}:\n{said}\n{await LastOfAllAsync()}");
    }

    public async Task SignInAsync() =>
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", LastLine(await RunAsync("token.sh")));

    /// <summary>What a script hands over, after what it said on the way.</summary>
    public static string LastLine(string printed) => printed.Trim().Split('\n')[^1];

    /// <summary>Every container that runs or should.</summary>
    public async Task<IReadOnlyList<ShippedContainer>> ContainersAsync()
    {
        var ids = (await Tests.Support.Docker.RunAsync("ps", "-aq", "--filter", $"label=com.docker.compose.project={_project}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length == 0)
            return [];
        var lines = await Tests.Support.Docker.RunAsync(
            ["inspect", "-f", """{{index .Config.Labels "com.docker.compose.service"}}|{{if .State.Health}}{{.State.Health.Status}}{{end}}|{{.HostConfig.ReadonlyRootfs}}|{{.Config.Image}}|{{.Id}}""", .. ids]);
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|')).Select(parts => new ShippedContainer(parts[0], parts[1], parts[2] == "true", parts[3], parts[4]))];
    }

    /// <summary>The users as whom the processes of a container run, by number.</summary>
    public static async Task<IReadOnlyList<int>> UsersOfAsync(ShippedContainer container)
    {
        var processes = await Tests.Support.Docker.RunAsync("top", container.Id, "-eo", "pid,uid");
        return [.. processes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture))];
    }

    /// <summary>Waits for a condition; a missing one fails with the last that every container printed.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, string what, TimeSpan? pause = null)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > WaitLimit)
                throw new TimeoutException($"Waited in vain for {what}.\n{await LastOfAllAsync()}");
            await Task.Delay(pause ?? TimeSpan.FromMilliseconds(250));
        }
    }

    /// <summary>As if the machine had burnt: containers, volumes and settings are gone.</summary>
    public async Task LoseEverythingAsync()
    {
        await RemoveAsync();
        File.Delete(Settings);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await RemoveAsync();
        if ((await Tests.Support.Docker.RunAsync("images", "--filter", $"reference=conference/*:{Tag}*", "--format", "{{.Repository}}:{{.Tag}}")).Split('\n', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } images)
            await Tests.Support.Docker.RunAsync(["image", "rm", .. images]);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RemoveAsync()
    {
        foreach (var container in await ContainersAsync())
            await Tests.Support.Docker.RunAsync("rm", "--force", "--volumes", container.Id);
        foreach (var kind in new[] { "volume", "network" })
        {
            foreach (var left in (await Tests.Support.Docker.RunAsync(kind, "ls", "-q", "--filter", $"label=com.docker.compose.project={_project}")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
                await Tests.Support.Docker.RunAsync(kind, "rm", left);
        }
    }

    private async Task<string> LastOfAllAsync() => string.Join('\n', await Task.WhenAll((await ContainersAsync()).OrderBy(container => container.Health == "healthy").Select(async container =>
        $"== {container.Service} {container.Health}\n{await Tests.Support.Docker.RunAsync("logs", "--tail", "20", container.Id)}")));

    private Dictionary<string, string> Environment() => new()
    {
        ["COMPOSE_PROJECT_NAME"] = _project,
        ["CONFERENCE_ENV"] = Settings,
        ["PORTAL_LISTEN"] = _listens,
        ["Portal__BaseUrl"] = $"http://{_listens}",
        ["TAG"] = Tag,
        ["OVERRIDES"] = "replicas",
        ["REGISTRY"] = "",
        ["MSBUILDDISABLENODEREUSE"] = "1",
    };
}
