using Conference.Contracts.Invitations;
using Conference.Invitations.Answers;
using Conference.Platform.Audit;

namespace Conference.Invitations.Polls;

internal static class ShowPollFormEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/answers/{token}/poll", Handle)
        .Produces<PollForm>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status410Gone)
        .Unaudited()
        .AllowAnonymous();

    private static async Task<IResult> Handle(string token, AnswerLinks links, PollForms forms, TimeProvider time, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } link)
            return LinkFaults.Invalid();
        if (link.ExpiresAt <= time.GetUtcNow())
            return LinkFaults.Expired();
        return await forms.FindAsync(link, cancellationToken) is { } asked
            ? Results.Ok(await forms.FormAsync(asked, cancellationToken))
            : LinkFaults.Invalid();
    }
}
