namespace Conference.Tests.Support;

/// <summary>One process of one service: the same address over restarts.</summary>
public sealed class Replica(string service, int port, IReadOnlyList<string> settings) : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);

    private readonly string _clock = Path.Combine(Path.GetTempPath(), $"conference-clock-{Guid.CreateVersion7():N}");
    private readonly HttpClient _http = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(20) };
    private RunningProcess? _process;

    public string Service => service;

    public Uri Url => _http.BaseAddress!;

    /// <summary>The process; another after each start.</summary>
    public int Id => _process!.Id;

    public string Output => _process?.Output ?? "";

    /// <summary>Starts the process, if wanted on a clock of its own that <see cref="PutClock"/> puts wrong.</summary>
    public void Start(bool ownClock = false)
    {
        _process?.Dispose();
        PutClock(TimeSpan.Zero);
        _process = RunningProcess.Start(service, [$"--urls={Url.ToString().TrimEnd('/')}", .. settings], ownClock ? RunningProcess.ClockOf(_clock) : null);
    }

    /// <summary>The clock of the process jumps, while it runs.</summary>
    public void PutClock(TimeSpan ahead) => RunningProcess.PutClock(_clock, ahead);

    public Task UntilReadyAsync() => _process!.UntilAsync(IsReadyAsync, $"{service} to be ready", StartLimit);

    public void Kill() => _process!.Kill();

    public Task StopAsync() => _process!.StopAsync(StopLimit);

    public void Dispose()
    {
        _process?.Dispose();
        _http.Dispose();
        File.Delete(_clock);
    }

    private async Task<bool> IsReadyAsync()
    {
        if (_process!.HasExited)
            throw new InvalidOperationException($"{service} stopped with code {_process.ExitCode}:\n{Output}");
        try
        {
            using var answer = await _http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
