using System.Net;
using Microsoft.Extensions.Options;

namespace Conference.Portal.Api;

/// <summary>
/// Sends to whichever replica of a service takes the connection and believes who asks, the one that took the last
/// first. One that does not believe the portal is out of service: its clock or its key differs.
/// </summary>
internal sealed class AnyReplica(string service, IOptions<ServicesOptions> options) : DelegatingHandler
{
    private readonly IReadOnlyList<Uri> _replicas = options.Value.AddressesOf(service);
    private volatile int _last;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery;
        for (var tries = 1; tries < _replicas.Count; tries++)
        {
            var replica = _last;
            request.RequestUri = new Uri(_replicas[replica], path);
            try
            {
                var answer = await base.SendAsync(request, cancellationToken);
                if (!IsRefused(request, answer))
                    return answer;
                answer.Dispose();
                _last = (replica + 1) % _replicas.Count;
            }
            catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
            {
                // Nothing was sent.
                _last = (replica + 1) % _replicas.Count;
            }
        }

        if (_replicas.Count > 0)
            request.RequestUri = new Uri(_replicas[_last], path);
        var last = await base.SendAsync(request, cancellationToken);
        if (IsRefused(request, last))
            last = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { RequestMessage = request };
        return last;
    }

    private static bool IsRefused(HttpRequestMessage request, HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Unauthorized && request.Headers.Authorization is not null;
}
