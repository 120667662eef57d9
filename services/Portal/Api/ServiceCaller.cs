using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using Conference.Platform.Authorization;
using Microsoft.AspNetCore.Components.Authorization;

namespace Conference.Portal.Api;

/// <summary>
/// Sends for whoever is signed in: each call carries a token of five minutes that says who asks, and the reader's
/// language. A circuit and a request alike have one.
/// </summary>
internal sealed class ServiceCaller(IHttpClientFactory clients, ServiceTokens tokens, IHttpContextAccessor contexts, AuthenticationStateProvider states)
{
    public async Task<HttpResponseMessage> SendAsync(string service, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Caller.Of(await ReaderAsync()) is { } caller)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Issue(caller));
        request.Headers.AcceptLanguage.ParseAdd(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

        using var client = clients.CreateClient(service);
        return await client.SendAsync(request, cancellationToken);
    }

    private async Task<ClaimsPrincipal> ReaderAsync() => contexts.HttpContext?.User ?? (await states.GetAuthenticationStateAsync()).User;
}
