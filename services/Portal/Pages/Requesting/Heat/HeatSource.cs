using Conference.Contracts.Booking;
using Conference.Portal.Api;

namespace Conference.Portal.Pages.Requesting.Heat;

/// <summary>What was last told of the sites' time. What could not be read is not kept: the same question asks again.</summary>
internal sealed class HeatSource(Func<string, CancellationToken, Task<ApiResult<AvailabilityView>>> get) : IDisposable
{
    private string _asked = "";
    private CancellationTokenSource _reading = new();

    public AvailabilityView? View { get; private set; }

    /// <summary>Whether the last question found no answer.</summary>
    public bool Failed { get; private set; }

    /// <summary>Asks unless that was asked already. False where a later question is under way.</summary>
    public async Task<bool> AskAsync(string path)
    {
        if (path == _asked)
            return true;
        _asked = path;
        await _reading.CancelAsync();
        _reading.Dispose();
        _reading = new CancellationTokenSource();
        try
        {
            var answer = await get(path, _reading.Token);
            if (path != _asked)
                return false;
            (View, Failed) = (answer.Value, answer.Value is null);
            if (Failed)
                _asked = "";
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => _reading.Dispose();
}
