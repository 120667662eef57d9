using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Conference.Tests.Support;

namespace Conference.IntegrationTests.Deploy;

/// <summary>Clients that ask for conferences through the portal, one after the other, without a key that would let anybody repeat a request.</summary>
internal sealed class RequestsFlow : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _accepted = new();
    private readonly ConcurrentQueue<string> _failed = new();
    private readonly HttpClient _http;
    private readonly Task _clients;

    private RequestsFlow(HttpClient http, int clients, TimeSpan pace)
    {
        _http = http;
        _clients = Task.WhenAll(Enumerable.Range(0, clients).Select(client => AskOnAsync(client, clients, pace)));
    }

    /// <summary>Addresses of the conferences that were accepted, in order.</summary>
    public IReadOnlyCollection<string> Accepted => _accepted;

    public IReadOnlyCollection<string> Failed => _failed;

    public static RequestsFlow Start(HttpClient http, int clients, TimeSpan pace) => new(http, clients, pace);

    /// <summary>Whether so many more than <paramref name="before"/> were accepted, or one failed and there is no need to wait.</summary>
    public bool HasGoneOn(int before, int requests) => _accepted.Count >= before + requests || !_failed.IsEmpty;

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _clients;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task AskOnAsync(int client, int clients, TimeSpan pace)
    {
        var from = ConferenceBodies.Today.AddDays(7);
        using var beat = new PeriodicTimer(pace);
        for (var request = client; await beat.WaitForNextTickAsync(CancellationToken.None) && !_stop.IsCancellationRequested; request += clients)
        {
            var hospitals = Enumerable.Range(0, 3).Select(offset => $"H{1301 + ((request + offset) % 16)}").ToArray();
            try
            {
                using var answer = await _http.PostAsJsonAsync(new Uri("/api/conferences", UriKind.Relative), ConferenceBodies.Window(hospitals[0], hospitals[1..], from, from.AddDays(60)), CancellationToken.None);
                if (answer.StatusCode == HttpStatusCode.Accepted)
                    _accepted.Enqueue(answer.Headers.Location!.ToString());
                else
                    _failed.Enqueue($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(CancellationToken.None)}");
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                _failed.Enqueue(exception.ToString());
            }
        }
    }
}
