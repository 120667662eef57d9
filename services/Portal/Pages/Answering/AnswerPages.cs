using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;

namespace Conference.Portal.Pages.Answering;

/// <summary>What the pages have in common that a mail leads to.</summary>
internal static class AnswerPages
{
    /// <summary>Who comes from a mail never chose a language here: the browser's own decides, unless one was chosen.</summary>
    public static void FollowReader(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (context.Features.Get<IRequestCultureFeature>()?.Provider is QueryStringRequestCultureProvider or CookieRequestCultureProvider)
            return;
        var wanted = context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).FirstOrDefault()?.Value.Value;
        if (wanted?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true)
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
    }

    /// <summary>See other (RFC 9110 section 15.4.4): reloading the page that follows sends nothing again.</summary>
    public static IResult SeeOther(string location) => new Elsewhere(location);

    /// <summary>A culture set in a handler is gone once its result is written, so it is set again for the writing.</summary>
    internal sealed class InReadersLanguage<T>(RazorComponentResult<T> page) : IResult where T : IComponent
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            FollowReader(httpContext);
            return page.ExecuteAsync(httpContext);
        }
    }

    private sealed class Elsewhere(string location) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = location;
            return Task.CompletedTask;
        }
    }
}
