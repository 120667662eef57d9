using Conference.Contracts.Invitations;
using Conference.Invitations.Storage;
using Conference.Platform.Audit;

namespace Conference.Invitations.Answers;

internal static class ShowAnswerFormEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/answers/{token}", Handle)
        .Produces<AnswerForm>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status410Gone)
        .Unaudited()
        .AllowAnonymous();

    private static async Task<IResult> Handle(string token, AnswerLinks links, AnswerForms forms, InvitationsStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } link)
            return LinkFaults.Invalid();
        if (link.ExpiresAt <= time.GetUtcNow())
            return LinkFaults.Expired();
        if (await forms.FindAsync(link, cancellationToken) is not { } asked)
            return LinkFaults.Invalid();

        await store.InTransactionAsync(() => NoteAsync(store, link, time.GetUtcNow(), cancellationToken), cancellationToken);
        return Results.Ok(await forms.FormAsync(asked, cancellationToken));
    }

    // Mail gateways (Safe Links, virus filters) look where links lead before anybody reads the mail: it is an access, no proof of a reader.
    private static async Task NoteAsync(InvitationsStore store, AnswerToken link, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await store.LockConferenceAsync(link.ConferenceId, cancellationToken);
        var opening = await store.Openings.FindAsync([link.ConferenceId, link.ContactId], cancellationToken)
            ?? store.Openings.Add(new LinkOpening { ConferenceId = link.ConferenceId, ContactId = link.ContactId }).Entity;
        opening.OpenedAt = now;
    }
}
