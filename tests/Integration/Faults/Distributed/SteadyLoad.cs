using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Conference.Tests.Support;

namespace Conference.IntegrationTests.Faults.Distributed;

/// <summary>
/// People at work: they ask for conferences, answer and cancel, one act after the other, and try each until the
/// product has taken or plainly refused it.
/// </summary>
internal sealed class SteadyLoad : IAsyncDisposable
{
    private const int People = 3;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(700);

    private readonly Deployment _product;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, string[]> _accepted = new();
    private readonly ConcurrentDictionary<string, bool> _cancelled = new();
    private readonly ConcurrentDictionary<string, string> _keys = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly ConcurrentQueue<(string Path, string HospitalId, string Answer)> _answers = new();
    private readonly ConcurrentQueue<string> _unexpected = new();
    private readonly Task _work;
    private int _acts;

    private SteadyLoad(Deployment product, int seed)
    {
        _product = product;
        _work = Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(() => WorkAsync(new Random(seed + person), person))));
    }

    /// <summary>Addresses of the conferences that were accepted.</summary>
    public IReadOnlyCollection<string> Accepted => [.. _accepted.Keys];

    /// <summary>Those among them whose cancellation was accepted.</summary>
    public IReadOnlyCollection<string> Cancelled => [.. _cancelled.Keys];

    /// <summary>Each Idempotency-Key that was answered, and the address of the conference that it was answered with.</summary>
    public IReadOnlyDictionary<string, string> Keys => _keys;

    /// <summary>Every Idempotency-Key that was sent, also those whose answer nobody waited for any more.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    /// <summary>Every answer that was taken.</summary>
    public IReadOnlyCollection<(string Path, string HospitalId, string Answer)> Answers => _answers;

    /// <summary>Answers that a person should never have got.</summary>
    public IReadOnlyCollection<string> Unexpected => _unexpected;

    public int Acts => _acts;

    public static SteadyLoad Start(Deployment product, int seed) => new(product, seed);

    /// <summary>Waits until so many more acts were taken: the product works again.</summary>
    public Task GoesOnAsync(int acts)
    {
        var goal = _acts + acts;
        return _product.UntilAsync(() => Task.FromResult(_acts >= goal), $"{acts} more acts to be taken", TimeSpan.FromMinutes(5));
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _work;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task WorkAsync(Random random, int person)
    {
        for (var act = 0; !_stop.IsCancellationRequested; act++)
        {
            var known = _accepted.Keys.ToList();
            var choice = known.Count < 5 ? 0 : random.Next(10);
            var done = choice switch
            {
                < 5 => await RequestAsync(random, $"person-{person}-{act}"),
                < 9 => await AnswerAsync(random, known[random.Next(known.Count)]),
                _ => await CancelAsync(known[random.Next(known.Count)]),
            };
            if (done)
                Interlocked.Increment(ref _acts);
            await Task.Delay(Breath, CancellationToken.None);
        }
    }

    private async Task<bool> RequestAsync(Random random, string key)
    {
        var hospitals = Enumerable.Range(1301, 16).OrderBy(_ => random.Next()).Take(3).Select(id => $"H{id}").ToArray();
        var from = ConferenceBodies.Today.AddDays(7);
        var body = ConferenceBodies.Window(hospitals[0], hospitals[1..], from, from.AddDays(60));
        _asked.Enqueue(key);
        using var answer = await UntilTakenAsync(() =>
        {
            var message = new HttpRequestMessage(HttpMethod.Post, "/api/conferences") { Content = JsonContent.Create(body) };
            message.Headers.Add("Idempotency-Key", key);
            return message;
        });
        if (answer?.StatusCode == HttpStatusCode.Accepted)
        {
            var path = answer.Headers.Location!.ToString();
            (_accepted[path], _keys[key]) = (hospitals[1..], path);
        }

        return await ExpectAsync(answer, HttpStatusCode.Accepted);
    }

    private async Task<bool> AnswerAsync(Random random, string path)
    {
        var hospital = _accepted[path][random.Next(_accepted[path].Length)];
        var body = new { hospitalId = hospital, answer = random.Next(5) == 0 ? "declined" : "accepted" };
        using var answer = await UntilTakenAsync(() => new HttpRequestMessage(HttpMethod.Post, $"{path}/answers") { Content = JsonContent.Create(body) });
        if (answer?.IsSuccessStatusCode == true)
            _answers.Enqueue((path, hospital, body.answer));
        // Not yet invited, or no longer asked: a person is told so.
        return await ExpectAsync(answer, HttpStatusCode.OK, HttpStatusCode.Accepted, HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.Gone);
    }

    private async Task<bool> CancelAsync(string path)
    {
        using var answer = await UntilTakenAsync(() => new HttpRequestMessage(HttpMethod.Post, $"{path}/cancel") { Content = JsonContent.Create(new { reason = "都合により" }) });
        if (answer?.StatusCode == HttpStatusCode.Accepted)
            _cancelled[path] = true;
        return await ExpectAsync(answer, HttpStatusCode.Accepted, HttpStatusCode.Conflict);
    }

    private async Task<HttpResponseMessage?> UntilTakenAsync(Func<HttpRequestMessage> ask)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var message = ask();
                var answer = await _product.Http.SendAsync(message, _stop.Token);
                if ((int)answer.StatusCode < 500)
                    return answer;
                answer.Dispose();
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException)
            {
                // The door is shut; a person tries again.
            }

            await Task.Delay(Breath, CancellationToken.None);
        }

        return null;
    }

    private async Task<bool> ExpectAsync(HttpResponseMessage? answer, params HttpStatusCode[] expected)
    {
        if (answer is null)
            return false;
        if (!expected.Contains(answer.StatusCode))
            _unexpected.Enqueue($"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.AbsolutePath}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return true;
    }
}
