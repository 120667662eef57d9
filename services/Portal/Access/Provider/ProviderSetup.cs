using Conference.Platform.Hosting;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Conference.Portal.Access.Provider;

/// <summary>Sign-in at an OpenID Connect provider, where one is set.</summary>
internal static class ProviderSetup
{
    public const string Scheme = OpenIdConnectDefaults.AuthenticationScheme;

    public static void AddProvider(this ModuleBuilder module)
    {
        module.Services.AddSetting<ProviderOptions>(ProviderOptions.Section);
        if (string.IsNullOrEmpty(module.Configuration[$"{ProviderOptions.Section}:{nameof(ProviderOptions.Authority)}"]))
            return;

        module.Services.AddAuthentication().AddOpenIdConnect();
        module.Services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<IOptions<ProviderOptions>>((connect, provider) => Configure(connect, provider.Value));
    }

    private static void Configure(OpenIdConnectOptions connect, ProviderOptions provider)
    {
        connect.SignInScheme = IdentityConstants.ExternalScheme;
        connect.Authority = provider.Authority!.ToString();
        connect.RequireHttpsMetadata = !provider.Authority.IsLoopback;
        connect.ClientId = provider.ClientId;
        connect.ClientSecret = provider.ClientSecret is { Length: > 0 } secret ? secret : null;
        connect.CallbackPath = "/signin/provider/callback";
        connect.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes as a redirection, not as another site's form: our cookies can stay Lax.
        connect.ResponseMode = OpenIdConnectResponseMode.Query;
        connect.CorrelationCookie.SameSite = connect.NonceCookie.SameSite = SameSiteMode.Lax;
        connect.CorrelationCookie.SecurePolicy = connect.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        connect.Scope.Add("email");
        connect.MapInboundClaims = false;
        connect.GetClaimsFromUserInfoEndpoint = true;
        connect.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect(ProviderEndpoints.Refused);
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }
}
