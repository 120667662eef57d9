using System.Net;
using System.Text.Json.Serialization;
using MailKit;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace Conference.Invitations.Outbound;

/// <summary>Signs in to a mail server: by password, or by a token of OAuth 2.0 where that is configured.</summary>
internal sealed class MailSignIn(IHttpClientFactory clients, IOptions<TransportOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private (string Token, DateTimeOffset Until)? _held;

    public async Task SignInAsync(MailService client, NetworkCredential credentials, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(options.Value.OAuthTokenUrl))
            await client.AuthenticateAsync(credentials, cancellationToken);
        else
            await WithTokenAsync(client, credentials.UserName, cancellationToken);
    }

    private async Task WithTokenAsync(MailService client, string user, CancellationToken cancellationToken)
    {
        var token = await TokenAsync(cancellationToken);
        try
        {
            await client.AuthenticateAsync(new SaslMechanismOAuth2(user, token), cancellationToken);
        }
        catch (AuthenticationException)
        {
            // It was taken back before its time: the next attempt asks for another.
            _held = null;
            throw;
        }
    }

    /// <summary>A token that is good for a while yet.</summary>
    public async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        if (_held is { } held && held.Until > time.GetUtcNow() + Margin)
            return held.Token;
        var setting = options.Value;
        using var client = clients.CreateClient(nameof(MailSignIn));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = setting.OAuthClientId, ["client_secret"] = setting.OAuthClientSecret, ["scope"] = setting.OAuthScope,
        });
        using var answer = await client.PostAsync(new Uri(setting.OAuthTokenUrl!), form, cancellationToken);
        if (!answer.IsSuccessStatusCode || await answer.Content.ReadFromJsonAsync<Grant>(cancellationToken) is not { AccessToken: { Length: > 0 } token } grant)
            throw new AuthenticationException($"The token server answered {(int)answer.StatusCode}.");
        _held = (token, time.GetUtcNow() + TimeSpan.FromSeconds(grant.ExpiresIn));
        return token;
    }

    private sealed record Grant([property: JsonPropertyName("access_token")] string? AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
