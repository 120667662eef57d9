using Conference.Contracts.Invitations;
using Conference.Invitations.Storage;
using Conference.Platform.Audit;

namespace Conference.Invitations.Answers;

internal static class GiveAnswerEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/answers/{token}", Handle)
        .Produces<AnswerForm>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status410Gone)
        .AllowAnonymous();

    private static async Task<IResult> Handle(
        string token, GiveAnswer body, AnswerLinks links, AnswerForms forms, AnswerMerge merge, InvitationsStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } link)
            return LinkFaults.Invalid();
        var now = time.GetUtcNow();
        if (link.ExpiresAt <= now)
            return LinkFaults.Expired();

        IResult? refusal = null;
        AskedHospital? asked = null;
        await store.InTransactionAsync(
            async () =>
            {
                store.Trail?.By($"contact:{link.ContactId}");
                store.Concerns("conferenceId", link.ConferenceId);
                await store.LockConferenceAsync(link.ConferenceId, cancellationToken);
                asked = await forms.FindAsync(link, cancellationToken);
                refusal = LinkFaults.Of(asked, body.Revision, now);
                store.Concerns("hospitalId", asked?.HospitalId);
                if (refusal is null)
                    await merge.TakeAsync(Given(asked!, link, body, now), cancellationToken);
            },
            cancellationToken);
        return refusal ?? Results.Ok(await forms.FormAsync(asked!, link.ContactId, cancellationToken));
    }

    private static GivenAnswer Given(AskedHospital asked, AnswerToken link, GiveAnswer body, DateTimeOffset now) => new()
    {
        AnswerId = Guid.CreateVersion7(now),
        ConferenceId = link.ConferenceId,
        HospitalId = asked.HospitalId,
        Revision = body.Revision,
        Answer = body.Answer,
        Channel = AnswerChannel.Link,
        AnsweredAt = now,
        ReceivedAt = now,
        By = link.ContactId.ToString(),
    };
}
