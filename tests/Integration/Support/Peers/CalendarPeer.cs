using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Conference.Tests.Support.Peers;

/// <summary>A calendar library that we did not write, asked what it understands of a calendar of ours.</summary>
internal static class CalendarPeer
{
    private static readonly string Folder = Path.Combine(
        typeof(CalendarPeer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ServiceBuilds").Value!, "..", "tests", "Integration", "Support", "Peers");

    public static TheoryData<string> All => ["libical", "icalendar", "vobject", "ical.js"];

    public static async Task<IReadOnlyList<UnderstoodEvent>> ReadAsync(string peer, string file)
    {
        NeedInstalled(peer);
        var said = peer == "ical.js"
            ? await RunAsync("node", Path.Combine(Folder, "read.mjs"), file)
            : await RunAsync("/usr/bin/python3", Path.Combine(Folder, "read.py"), peer, file);
        return [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<UnderstoodEvent>(line, JsonSerializerOptions.Web)!)];
    }

    /// <summary>By the name of each calendar in the folder, whether libical finds RFC 5546's restrictions kept.</summary>
    public static async Task<IReadOnlyDictionary<string, bool>> RestrictionsAsync(string folder)
    {
        NeedInstalled("libical");
        var said = await RunAsync("/usr/bin/python3", Path.Combine(Folder, "restrictions.py"), folder);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToDictionary(line => line[0], line => line[1] == "1");
    }

    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        process.StandardInput.Close();
        var (said, failed) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}: {await failed}");
        return (await said).Trim();
    }

    private static void NeedInstalled(string peer) => Assert.SkipUnless(IsInstalled(peer), $"{peer} is not installed: tests/run.sh does that");

    // On a machine of CI nothing may be missing: a skipped proof is none.
    private static bool IsInstalled(string peer) => Environment.GetEnvironmentVariable("CI") == "true" || peer switch
    {
        "ical.js" => Directory.Exists(Path.Combine(Folder, "node_modules", "ical.js")),
        "libical" => Directory.GetFiles("/usr/lib", "ICalGLib-3.0.typelib", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3, IgnoreInaccessible = true }).Length > 0,
        _ => Directory.Exists($"/usr/lib/python3/dist-packages/{peer}"),
    };
}

/// <summary>An event as a library read it: instants in UTC, addresses in lower case.</summary>
internal sealed record UnderstoodEvent(string Uid, DateTimeOffset Start, DateTimeOffset End, string Status, IReadOnlyList<string> Attendees, string Summary, string Description);
