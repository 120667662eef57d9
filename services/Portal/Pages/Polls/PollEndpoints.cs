using Conference.Contracts.Invitations;
using Conference.Portal.Api;
using Conference.Portal.Pages.Answering;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Conference.Portal.Pages.Polls;

/// <summary>The page on which a hospital marks the times of a poll: like the answer page a document of its own, without script and without sign-in.</summary>
internal static class PollEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/poll/{token}", ShowAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapPost("/poll/{token}", VoteAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(string token, InvitationsClient invitations, HttpContext context, bool? recorded, CancellationToken cancellationToken)
    {
        AnswerPages.FollowReader(context);
        var form = await invitations.GetAsync<PollForm>(Path(token, "poll"), cancellationToken);
        return form.Value?.Decided == true
            ? AnswerPages.SeeOther($"/rsvp/{Uri.EscapeDataString(token)}")
            : Page(token, form.Value, form, recorded == true);
    }

    private static async Task<IResult> VoteAsync(string token, IFormCollection fields, InvitationsClient invitations, HttpContext context, CancellationToken cancellationToken)
    {
        AnswerPages.FollowReader(context);
        var form = await invitations.GetAsync<PollForm>(Path(token, "poll"), cancellationToken);
        if (form.Value is not { } shown)
            return Page(token, null, form, false);

        var (marks, professions) = (VoteFields.Marks(fields), VoteFields.Professions(fields));
        var revision = int.TryParse(fields["revision"], out var seen) ? seen : shown.Revision;
        var given = await invitations.PostAsync<PollForm>(Path(token, "votes"), new GiveVote { Revision = revision, Marks = marks, Professions = professions }, cancellationToken);
        if (given.Succeeded)
            return AnswerPages.SeeOther($"/poll/{Uri.EscapeDataString(token)}?recorded=true");

        // What was chosen stays chosen beside what is wrong with it.
        var now = await invitations.GetAsync<PollForm>(Path(token, "poll"), cancellationToken);
        return Page(token, now.Value is { Open: true } open ? open with { Marks = marks, Brings = professions } : now.Value, given, false);
    }

    private static string Path(string token, string what) => $"/api/answers/{Uri.EscapeDataString(token)}/{what}";

    private static AnswerPages.InReadersLanguage<PollDocument> Page(string token, PollForm? form, ApiResult result, bool recorded) => new(
        new RazorComponentResult<PollDocument>(new { Token = token, Form = form, result.Faults, Recorded = recorded }) { StatusCode = (int)result.Status });
}
