using System.Globalization;
using Conference.Platform.Authorization;
using Conference.Portal.Access.Pipeline;
using Conference.Portal.Access.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Conference.Portal.Access.SignIn;

/// <summary>What happens around the session cookie: pages lead to the sign-in, the API says what is wrong, revoked sessions end.</summary>
internal sealed class Sessions : CookieAuthenticationEvents
{
    private const string TokenId = "token:";
    private const string CheckedAt = "checked";
    private static readonly TimeSpan CheckEvery = TimeSpan.FromMinutes(1);

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (PageRequests.Is(context.HttpContext))
        {
            var from = HttpMethods.IsGet(request.Method) ? request.PathBase + request.Path + request.QueryString : ReturnUrl.Home;
            context.Response.Redirect(ReturnUrl.With("/signin", from));
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    public override Task ValidatePrincipal(CookieValidatePrincipalContext context) =>
        TokenOf(context.Principal is { } principal ? Caller.Of(principal) : null) is { } token
            ? ValidateTokenAsync(context, token)
            : SecurityStampValidator.ValidatePrincipalAsync(context);

    /// <summary>The machine token with which somebody is signed in; null for a user.</summary>
    public static Guid? TokenOf(Caller? caller) =>
        caller is not null && caller.Id.StartsWith(TokenId, StringComparison.Ordinal) && Guid.TryParse(caller.Id.AsSpan(TokenId.Length), out var id) ? id : null;

    private static async Task ValidateTokenAsync(CookieValidatePrincipalContext context, Guid token)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (context.Properties.Items.TryGetValue(CheckedAt, out var text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at) && now - at < CheckEvery)
            return;

        if (!await services.GetRequiredService<MachineTokens>().IsValidAsync(token, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        context.Properties.Items[CheckedAt] = now.ToString("O", CultureInfo.InvariantCulture);
        context.ShouldRenew = true;
    }
}
