using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;

namespace Conference.Portal.Api;

/// <summary>
/// Pages are in Japanese until the reader switches with <c>?lang=en</c>, which is remembered in a cookie.
/// What is not a page follows <c>Accept-Language</c>.
/// </summary>
internal static class PageLanguage
{
    private const string Parameter = "lang";

    public static void AddPageLanguage(this IServiceCollection services) =>
        services.Configure<RequestLocalizationOptions>(options => options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { Options = options, QueryStringKey = Parameter, UIQueryStringKey = Parameter },
            new CookieRequestCultureProvider { Options = options, CookieName = "language" },
            new ApiLanguage { Options = options },
        ]);

    public static void UsePageLanguage(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Query[Parameter] is [{ } asked] && asked is "ja" or "en")
            context.Response.Cookies.Append("language", CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(asked)), Cookie(context));
        return next(context);
    });

    private static CookieOptions Cookie(HttpContext context) => new()
    {
        MaxAge = TimeSpan.FromDays(365),
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };

    private sealed class ApiLanguage : AcceptLanguageHeaderRequestCultureProvider
    {
        private static readonly Task<ProviderCultureResult?> Undecided = Task.FromResult<ProviderCultureResult?>(null);

        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
            httpContext.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? base.DetermineProviderCultureResult(httpContext) : Undecided;
    }
}
