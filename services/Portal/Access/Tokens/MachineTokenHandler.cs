using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Conference.Portal.Access.Tokens;

/// <summary>Takes <c>Authorization: Bearer cft_…</c>.</summary>
internal sealed class MachineTokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, MachineTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "MachineToken";
    private const string Bearer = "Bearer ";

    /// <summary>The token in a request's header; null when there is none of this kind.</summary>
    public static string? In(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header
        && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        && header[Bearer.Length..].Trim() is var token
        && token.StartsWith(MachineTokens.Prefix, StringComparison.Ordinal) ? token : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (In(Request) is not { } text)
            return AuthenticateResult.NoResult();
        var token = await tokens.FindAsync(text, Context.RequestAborted);
        return token is null
            ? AuthenticateResult.Fail("The token is unknown, expired or revoked.")
            : AuthenticateResult.Success(new AuthenticationTicket(token.ToCaller().ToPrincipal(SchemeName), SchemeName));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await base.HandleChallengeAsync(properties);
        Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
    }
}
