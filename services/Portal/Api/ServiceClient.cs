using System.Net;
using System.Text.Json;

namespace Conference.Portal.Api;

/// <summary>Calls one service. Never throws for what the service answers, nor when it does not answer.</summary>
internal abstract class ServiceClient(ServiceCaller caller, string service)
{
    /// <summary>Reads.</summary>
    public Task<ApiResult<T>> GetAsync<T>(string path, CancellationToken cancellationToken = default) =>
        SendAsync<T>(HttpMethod.Get, path, null, null, cancellationToken);

    /// <summary>Posts <paramref name="body"/>, as JSON unless it is content already, and reads the answer.</summary>
    public Task<ApiResult<T>> PostAsync<T>(string path, object body, CancellationToken cancellationToken = default) =>
        SendAsync<T>(HttpMethod.Post, path, body, null, cancellationToken);

    /// <summary>Sends <paramref name="body"/> as JSON and reads the answer.</summary>
    public async Task<ApiResult<T>> SendAsync<T>(HttpMethod method, string path, object? body, string? idempotencyKey, CancellationToken cancellationToken = default)
    {
        using var request = Request(method, path, body, idempotencyKey);
        try
        {
            using var response = await caller.SendAsync(service, request, cancellationToken);
            var failed = !response.IsSuccessStatusCode;
            return new ApiResult<T>
            {
                Status = response.StatusCode,
                Location = response.Headers.Location,
                Faults = failed ? await ProblemReader.ReadAsync(response, cancellationToken) : [],
                Value = failed ? default : await response.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, cancellationToken),
            };
        }
        catch (Exception exception) when (ProblemReader.IsOutage(exception, cancellationToken))
        {
            return new ApiResult<T> { Status = HttpStatusCode.ServiceUnavailable, Faults = [ProblemReader.Outage()] };
        }
    }

    /// <summary>Sends <paramref name="body"/> as JSON; an answer's body is not read.</summary>
    public Task<ApiResult> SendAsync(HttpMethod method, string path, object? body = null, CancellationToken cancellationToken = default) =>
        SendAsync(method, path, body, null, cancellationToken);

    /// <summary>Sends <paramref name="body"/> as JSON under a key that makes a repetition harmless; an answer's body is not read.</summary>
    public async Task<ApiResult> SendAsync(HttpMethod method, string path, object? body, string? idempotencyKey, CancellationToken cancellationToken = default)
    {
        using var request = Request(method, path, body, idempotencyKey);
        try
        {
            using var response = await caller.SendAsync(service, request, cancellationToken);
            return new ApiResult
            {
                Status = response.StatusCode,
                Location = response.Headers.Location,
                Faults = response.IsSuccessStatusCode ? [] : await ProblemReader.ReadAsync(response, cancellationToken),
            };
        }
        catch (Exception exception) when (ProblemReader.IsOutage(exception, cancellationToken))
        {
            return new ApiResult { Status = HttpStatusCode.ServiceUnavailable, Faults = [ProblemReader.Outage()] };
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, object? body, string? idempotencyKey)
    {
        var request = new HttpRequestMessage(method, path.TrimStart('/'));
        if (body is not null)
            request.Content = body as HttpContent ?? JsonContent.Create(body, body.GetType(), options: JsonSerializerOptions.Web);
        // It comes back from a form: what is none of ours could be anything, also what no header may hold.
        if (Guid.TryParse(idempotencyKey, out var key))
            request.Headers.Add("Idempotency-Key", key.ToString());
        return request;
    }
}
