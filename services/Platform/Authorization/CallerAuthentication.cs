using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Conference.Platform.Authorization;

internal static class CallerAuthentication
{
    private const string Scheme = "Caller";

    public static void AddCallers(this IHostApplicationBuilder host)
    {
        host.Services.AddOptions<CallerSchemes>();
        host.Services.AddSingleton<ServiceTokens>();
        host.Services.AddSecretKey(ServiceTokens.Key);
        host.Services.AddAuthentication(Scheme)
            .AddPolicyScheme(Scheme, null, options => options.ForwardDefaultSelector = Select)
            .AddJwtBearer();
        host.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<ServiceTokens>((options, tokens) =>
            {
                options.MapInboundClaims = false;
                options.TokenValidationParameters = tokens.Validation;
            });

        host.Services.AddAuthorization(options =>
        {
            // An endpoint that forgot to say what it asks for is closed to everybody; what is not there, or not for this
            // method or content type, is answered as such.
            options.FallbackPolicy = new AuthorizationPolicyBuilder()
                .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build();
            foreach (var permission in Enum.GetValues<Permission>())
            {
                options.AddPolicy(PermissionExtensions.PolicyOf(permission), policy => policy.RequireAuthenticatedUser().RequireAssertion(
                    context => Caller.Of(context.User) is { } caller && PermissionTable.Allows(caller.Role, permission)));
            }
        });
    }

    private static string Select(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<CallerSchemes>>().Value.Selectors
            .Select(select => select(context))
            .FirstOrDefault(scheme => scheme is not null) ?? JwtBearerDefaults.AuthenticationScheme;
}
