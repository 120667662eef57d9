using System.Globalization;
using Conference.Contracts.Booking;
using Conference.Portal.Api;

namespace Conference.Portal.Pages.Requesting.Heat;

/// <summary>What was last told of the sites' time. What could not be read is not kept: the same question asks again.</summary>
internal sealed class HeatSource(Func<string, CancellationToken, Task<ApiResult<AvailabilityView>>> get) : IDisposable
{
    /// <summary>What the service tells at once.</summary>
    public const int SitesAtMost = 100;

    private IReadOnlyList<string> _asked = [];
    private CancellationTokenSource _reading = new();

    public AvailabilityView? View { get; private set; }

    /// <summary>Whether the last question found no answer.</summary>
    public bool Failed { get; private set; }

    /// <summary>The questions about a form: all required hospitals, and of the others as many as are shown.</summary>
    public static IReadOnlyList<string> PathsOf(RequestForm form, DateOnly from, DateOnly to)
    {
        var required = form.Participants.Count(participant => participant.Required) + 1;
        return
        [
            .. form.RequiredFirst.Take(Math.Max(required, SitesAtMost)).Chunk(SitesAtMost).Select(hospitals => string.Create(
                CultureInfo.InvariantCulture, $"/api/slots/availability?hospitals={string.Join(',', hospitals)}&from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}")),
        ];
    }

    /// <summary>Asks unless that was asked already. False where a later question is under way.</summary>
    public async Task<bool> AskAsync(params IReadOnlyList<string> paths)
    {
        if (paths.SequenceEqual(_asked))
            return true;
        _asked = paths;
        await _reading.CancelAsync();
        _reading.Dispose();
        _reading = new CancellationTokenSource();
        try
        {
            var view = await ReadAsync(paths, _reading.Token);
            if (paths != _asked)
                return false;
            (View, Failed) = (view, view is null);
            if (Failed)
                _asked = [];
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>What was told may have changed: the same question asks again, and what is shown stays until it is answered.</summary>
    public void Doubt() => _asked = [];

    public void Dispose() => _reading.Dispose();

    private async Task<AvailabilityView?> ReadAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        AvailabilityView? all = null;
        foreach (var path in paths)
        {
            if ((await get(path, cancellationToken)).Value is not { } view)
                return null;
            all = all is null ? view : all with { Sites = [.. all.Sites, .. view.Sites] };
        }

        return all;
    }
}
