using System.Globalization;
using Conference.Contracts;
using Conference.Contracts.Invitations;
using Conference.Portal.Api;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace Conference.Portal.Pages.Answering;

/// <summary>
/// The answer page: a whole document of its own, without script and without sign-in. The token in the address is
/// the secret, so a forged post would have to know it, and antiforgery has nothing to add.
/// </summary>
internal static class AnswerEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/rsvp/{token}", ShowAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/rsvp/{token}/quiet", ShowAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapPost("/rsvp/{token}/quiet", QuietAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        endpoints.MapPost("/rsvp/{token}", GiveAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(string token, InvitationsClient invitations, HttpContext context, string? recorded, CancellationToken cancellationToken)
    {
        FollowReader(context);
        var form = await invitations.GetAsync<AnswerForm>(Path(token), cancellationToken);
        return Page(token, form.Value, form, recorded);
    }

    private static async Task<IResult> GiveAsync(
        string token, [FromForm] string? answer, [FromForm] int? revision, InvitationsClient invitations, HttpContext context, CancellationToken cancellationToken)
    {
        FollowReader(context);
        var form = await invitations.GetAsync<AnswerForm>(Path(token), cancellationToken);
        if (form.Value is not { } shown || !Code.TryParse<Answer>(answer, out var value))
            return Page(token, form.Value, form, null);

        var given = await invitations.PostAsync<AnswerForm>(Path(token), new GiveAnswer { Answer = value, Revision = revision ?? shown.Revision }, cancellationToken);
        if (given.Succeeded)
            return new Recorded($"/rsvp/{Uri.EscapeDataString(token)}?recorded={Code.Of(value)}");

        var now = await invitations.GetAsync<AnswerForm>(Path(token), cancellationToken);
        return Page(token, now.Value, given, null);
    }

    // Mail programs post here by themselves when their reader presses "unsubscribe" (RFC 8058); so does the page's own button.
    private static async Task<IResult> QuietAsync(string token, [FromForm] bool? wanted, InvitationsClient invitations, HttpContext context, CancellationToken cancellationToken)
    {
        FollowReader(context);
        var noted = await invitations.PostAsync<object>($"{Path(token)}/reminders", new WantReminders { Wanted = wanted ?? false }, cancellationToken);
        if (noted.Succeeded)
            return new Recorded($"/rsvp/{Uri.EscapeDataString(token)}/quiet");
        var form = await invitations.GetAsync<AnswerForm>(Path(token), cancellationToken);
        return Page(token, form.Value, noted, null);
    }

    private static string Path(string token) => $"/api/answers/{Uri.EscapeDataString(token)}";

    private static InReadersLanguage Page(string token, AnswerForm? form, ApiResult result, string? recorded) => new(
        new RazorComponentResult<AnswerDocument>(new { Token = token, Form = form, result.Faults, Recorded = recorded }) { StatusCode = (int)result.Status });

    /// <summary>Who comes from a mail never chose a language here: the browser's own decides, unless one was chosen.</summary>
    private static void FollowReader(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (context.Features.Get<IRequestCultureFeature>()?.Provider is QueryStringRequestCultureProvider or CookieRequestCultureProvider)
            return;
        var wanted = context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).FirstOrDefault()?.Value.Value;
        if (wanted?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true)
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
    }

    /// <summary>A culture set in a handler is gone once its result is written, so it is set again for the writing.</summary>
    private sealed class InReadersLanguage(RazorComponentResult<AnswerDocument> page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            FollowReader(httpContext);
            return page.ExecuteAsync(httpContext);
        }
    }

    /// <summary>See other (RFC 9110 section 15.4.4): reloading the page that follows sends nothing again.</summary>
    private sealed class Recorded(string location) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = location;
            return Task.CompletedTask;
        }
    }
}
