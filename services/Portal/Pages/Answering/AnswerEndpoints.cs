using System.Globalization;
using Conference.Contracts;
using Conference.Contracts.Invitations;
using Conference.Platform.Time;
using Conference.Portal.Api;
using Microsoft.AspNetCore.Http.HttpResults;
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
        endpoints.MapPost("/rsvp/{token}/propose", ProposeAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        endpoints.MapPost("/rsvp/{token}", GiveAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(string token, InvitationsClient invitations, HttpContext context, string? recorded, CancellationToken cancellationToken)
    {
        AnswerPages.FollowReader(context);
        var form = await invitations.GetAsync<AnswerForm>(Path(token), cancellationToken);
        return Page(token, form.Value, form, recorded);
    }

    private static async Task<IResult> GiveAsync(
        string token, [FromForm] string? answer, [FromForm] int? revision, InvitationsClient invitations, HttpContext context, CancellationToken cancellationToken)
    {
        AnswerPages.FollowReader(context);
        var form = await invitations.GetAsync<AnswerForm>(Path(token), cancellationToken);
        if (form.Value is not { } shown || !Code.TryParse<Answer>(answer, out var value))
            return Page(token, form.Value, form, null);

        var given = await invitations.PostAsync<AnswerForm>(Path(token), new GiveAnswer { Answer = value, Revision = revision ?? shown.Revision }, cancellationToken);
        if (given.Succeeded)
            return AnswerPages.SeeOther($"/rsvp/{Uri.EscapeDataString(token)}?recorded={Code.Of(value)}");

        var now = await invitations.GetAsync<AnswerForm>(Path(token), cancellationToken);
        return Page(token, now.Value, given, null);
    }

    // Where the fields hold no time, the service says what it takes.
    private static async Task<IResult> ProposeAsync(
        string token, [FromForm] string? day, [FromForm] string? time, [FromForm] int? revision, InvitationsClient invitations, NetworkTime network, HttpContext context, CancellationToken cancellationToken)
    {
        AnswerPages.FollowReader(context);
        var form = await invitations.GetAsync<AnswerForm>(Path(token), cancellationToken);
        if (form.Value is not { } shown)
            return Page(token, null, form, null);

        var start = ProposedStart(day, time, network);
        var proposal = new ProposeTime { Revision = revision ?? shown.Revision, Start = start, End = start + (shown.End - shown.Start) };
        var given = await invitations.PostAsync<AnswerForm>($"{Path(token)}/proposals", proposal, cancellationToken);
        if (given.Succeeded)
            return AnswerPages.SeeOther($"/rsvp/{Uri.EscapeDataString(token)}#proposed");

        var now = await invitations.GetAsync<AnswerForm>(Path(token), cancellationToken);
        return Page(token, now.Value, given, null, day, time);
    }

    private static DateTimeOffset ProposedStart(string? day, string? time, NetworkTime network) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1970 and < 9000
        && TimeOnly.TryParse(time, CultureInfo.InvariantCulture, out var clock)
            ? network.At(date, clock)
            : DateTimeOffset.UnixEpoch;

    // Mail programs post here by themselves when their reader presses "unsubscribe" (RFC 8058); so does the page's own button.
    private static async Task<IResult> QuietAsync(
        string token, [FromForm] bool? wanted, [FromForm(Name = "List-Unsubscribe")] string? oneClick, InvitationsClient invitations, HttpContext context, CancellationToken cancellationToken)
    {
        AnswerPages.FollowReader(context);
        var noted = await invitations.SendAsync(HttpMethod.Post, $"{Path(token)}/reminders", new WantReminders { Wanted = wanted ?? false }, cancellationToken);
        // Section 3.2: a mail program's post must not be answered with a redirect.
        if (noted.Succeeded)
            return oneClick is null ? AnswerPages.SeeOther($"/rsvp/{Uri.EscapeDataString(token)}/quiet") : Results.Ok();
        var form = await invitations.GetAsync<AnswerForm>(Path(token), cancellationToken);
        return Page(token, form.Value, noted, null);
    }

    private static string Path(string token) => $"/api/answers/{Uri.EscapeDataString(token)}";

    private static AnswerPages.InReadersLanguage<AnswerDocument> Page(string token, AnswerForm? form, ApiResult result, string? recorded, string? day = null, string? time = null) => new(
        new RazorComponentResult<AnswerDocument>(new { Token = token, Form = form, result.Faults, Recorded = recorded, Day = day, Time = time }) { StatusCode = (int)result.Status });
}
