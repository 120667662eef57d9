using System.Diagnostics;

namespace Conference.Tests.Support;

/// <summary>What Testcontainers has no word for: killing a container, cutting it off the network, and back.</summary>
public static class Docker
{
    public static async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("docker", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"docker {string.Join(' ', arguments)} ended with {process.ExitCode}: {await error}");
    }
}
