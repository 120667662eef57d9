using Conference.Platform.Authorization;
using Conference.Platform.Hosting;
using Conference.Platform.Storage;
using Conference.Portal.Access.Audit;
using Conference.Portal.Access.Passkeys;
using Conference.Portal.Access.Pipeline;
using Conference.Portal.Access.Provider;
using Conference.Portal.Access.Secrets;
using Conference.Portal.Access.SignIn;
using Conference.Portal.Access.Tokens;
using Conference.Portal.Access.Users;
using Conference.Portal.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Conference.Portal.Access;

/// <summary>Sign-in, sessions, tokens and what protects them.</summary>
internal static class AccessSetup
{
    public static void AddAccess(this ModuleBuilder module)
    {
        module.AddStore<PortalStore, SqlitePortalStore, PostgresPortalStore>();
        var services = module.Services;
        services.AddSetting<AuthOptions>(AuthOptions.Section);
        services.AddUsers();
        services.AddSessions();
        module.AddProvider();
        services.AddScoped<IStoreContents, PortalContents>();
        services.AddScoped<AuditLogs>();
        services.AddScoped<CallerNames>();
        services.AddScoped<MachineTokens>();
        services.AddHostedService<AdminToken>();
        services.AddRequestLimits();
        services.AddKeys();
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseSecurityHeaders();
        ErrorPages.Use(app);
        app.UseRateLimiter();
    }

    public static void MapAccess(this IEndpointRouteBuilder endpoints)
    {
        SignOutEndpoint.Map(endpoints);
        PasskeyOptionsEndpoints.Map(endpoints);
        ProviderEndpoints.Map(endpoints);
        ListUsersEndpoint.Map(endpoints);
        InviteUserEndpoint.Map(endpoints);
        DisableUserEndpoint.Map(endpoints);
        ListTokensEndpoint.Map(endpoints);
        MakeTokenEndpoint.Map(endpoints);
        RevokeTokenEndpoint.Map(endpoints);
    }

    private static void AddUsers(this IServiceCollection services)
    {
        services.AddScoped<ILookupNormalizer, LookupKeys>();
        services.AddIdentityCore<PortalUser>()
            .AddSignInManager()
            .AddUserStore<ProtectedUserStore>()
            .AddTokenProvider<DataProtectorTokenProvider<PortalUser>>(TokenOptions.DefaultProvider)
            .AddTokenProvider<OnceOnlyCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<IUserClaimsPrincipalFactory<PortalUser>, CallerPrincipalFactory>();
        services.AddScoped<IUserConfirmation<PortalUser>, EnabledUsers>();
        services.AddScoped<IUserDirectory, UserDirectory>();
        services.AddScoped<UserAccounts>();
        services.AddScoped<SignInLog>();
        services.AddScoped<ProviderAccounts>();
        services.AddScoped<SignInFlow>();
        services.AddScoped<Passwords>();
        services.AddScoped<OwnPasskeys>();
        services.Configure<IdentityPasskeyOptions>(PasskeyRules.Apply);
        services.AddOptions<IdentityOptions>().Configure<IOptions<AuthOptions>>((identity, auth) => Configure(identity, auth.Value));
    }

    private static void Configure(IdentityOptions identity, AuthOptions auth)
    {
        identity.User.RequireUniqueEmail = true;
        identity.SignIn.RequireConfirmedAccount = true;
        identity.ClaimsIdentity.UserIdClaimType = CallerClaims.Id;
        identity.ClaimsIdentity.UserNameClaimType = CallerClaims.Name;
        identity.ClaimsIdentity.RoleClaimType = CallerClaims.Role;
        identity.Lockout.MaxFailedAccessAttempts = auth.LockoutAttempts;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(auth.LockoutMinutes);
        // Length counts, rules about kinds of characters do not (NIST SP 800-63B, 3.1.1.2).
        identity.Password = new PasswordOptions
        {
            RequiredLength = AccountFaults.ShortestPassword,
            RequiredUniqueChars = 5,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
    }

    private static void AddSessions(this IServiceCollection services)
    {
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, MachineTokenHandler>(MachineTokenHandler.SchemeName, null)
            .AddIdentityCookies();
        services.AddScoped<Sessions>();
        services.AddScoped<AuthenticationStateProvider, CircuitSessions>();
        services.Configure<SecurityStampValidatorOptions>(stamps => stamps.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<AuthOptions>>((cookie, auth) =>
        {
            cookie.Cookie.Name = "conference";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(auth.Value.SessionHours);
            cookie.EventsType = typeof(Sessions);
        });
        // Long enough to install an authenticator app on the way.
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie => cookie.ExpireTimeSpan = TimeSpan.FromMinutes(20));
        services.Configure<CallerSchemes>(schemes => schemes.Selectors.Add(context =>
            MachineTokenHandler.In(context.Request) is not null ? MachineTokenHandler.SchemeName
            : context.Request.Headers.Authorization.Count == 0 ? IdentityConstants.ApplicationScheme
            : null));
    }

    private static void AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Conference");
        services.AddSecretKey(KeyProtection.Key);
        services.AddSingleton<KeyProtection>();
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory, KeyProtection>((keys, scopes, protection) =>
            (keys.XmlRepository, keys.XmlEncryptor) = (new StoredKeys(scopes), protection));
    }
}
