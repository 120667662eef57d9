using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Conference.Tests.Support;

/// <summary>One program of the product as its own process, and what it printed.</summary>
public sealed class RunningProcess : IDisposable
{
    private static int _lastPort = 20_000 + (Environment.ProcessId % 10_000);

    private readonly Process _process;
    private readonly List<string> _output = [];

    private RunningProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    /// <summary>Starts a service (<c>Booking</c>, or <c>AllInOne</c>) from where it was built.</summary>
    public static RunningProcess Start(string service, IEnumerable<string> settings, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(BuildOf(service));
        foreach (var setting in settings)
            start.ArgumentList.Add(setting);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        var running = new RunningProcess(new Process { StartInfo = start });
        running._process.OutputDataReceived += (_, line) => running.Keep(line.Data);
        running._process.ErrorDataReceived += (_, line) => running.Keep(line.Data);
        running._process.Start();
        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        return running;
    }

    /// <summary>The environment of a process whose clock, and only its own, is so much ahead.</summary>
    public static IReadOnlyDictionary<string, string>? ClockAhead(TimeSpan ahead) => ahead == TimeSpan.Zero ? null : Faked(("FAKETIME", Offset(ahead)));

    /// <summary>The environment of a process whose clock follows what <see cref="PutClock"/> writes into a file, within a second.</summary>
    public static IReadOnlyDictionary<string, string> ClockOf(string file) => Faked(("FAKETIME_TIMESTAMP_FILE", file), ("FAKETIME_CACHE_DURATION", "1"));

    /// <summary>Puts the clock of <see cref="ClockOf"/>, also while the process runs.</summary>
    public static void PutClock(string file, TimeSpan ahead)
    {
        // Whole or not at all: it is read at any moment.
        File.WriteAllText($"{file}.next", Offset(ahead));
        File.Move($"{file}.next", file, overwrite: true);
    }

    private static Dictionary<string, string> Faked(params ReadOnlySpan<(string Name, string Value)> how)
    {
        var environment = new Dictionary<string, string>
        {
            ["LD_PRELOAD"] = Directory.EnumerateFiles("/usr/lib", "libfaketimeMT.so.1", SearchOption.AllDirectories).First(),
            ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        };
        foreach (var (name, value) in how)
            environment[name] = value;
        return environment;
    }

    private static string Offset(TimeSpan ahead) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)ahead.TotalSeconds:+0;-0;+0}s");

    /// <summary>A port that nothing listens on, never the same twice, below those that connections on their way out take.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref _lastPort);
            try
            {
                using var listener = new TcpListener(IPAddress.Any, port);
                listener.Start();
                return port;
            }
            catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Somebody else's: the next.
            }
        }
    }

    /// <summary>As <c>kill -9</c>: no handler runs, no buffer is flushed.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    /// <summary>As an operator stops a service: SIGTERM, and time to finish.</summary>
    public async Task StopAsync(TimeSpan limit)
    {
        using var term = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        using var late = new CancellationTokenSource(limit);
        await _process.WaitForExitAsync(late.Token);
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Waits for a condition; a missing one fails with what the process printed.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, string what, TimeSpan? limit = null)
    {
        var end = Stopwatch.GetTimestamp() + ((limit ?? TimeSpan.FromSeconds(60)).TotalSeconds * Stopwatch.Frequency);
        while (!await condition())
        {
            if (Stopwatch.GetTimestamp() > end)
                throw new TimeoutException($"Waited in vain for {what}. The process said:\n{Output}");
            await Task.Delay(50);
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    /// <summary>The build beside the tests; for the whole product, what <c>CONFERENCE_PRODUCT</c> names instead: a published one.</summary>
    private static string BuildOf(string service)
    {
        if (service == "AllInOne" && Environment.GetEnvironmentVariable("CONFERENCE_PRODUCT") is { Length: > 0 } published)
            return Path.GetFullPath(published);
        var builds = typeof(RunningProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ServiceBuilds").Value!;
        var configuration = typeof(RunningProcess).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        return Path.GetFullPath(Path.Combine(builds, service, "bin", configuration, "net10.0", $"Conference.{service}.dll"));
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(line);
    }
}
