using Conference.Contracts.Invitations;
using Conference.Invitations.Answers;
using Conference.Invitations.Storage;
using Conference.Platform.Audit;
using Conference.Platform.Problems;

namespace Conference.Invitations.Polls;

internal static class GiveVoteEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/answers/{token}/votes", Handle)
        .Produces<PollForm>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status410Gone)
        .AllowAnonymous();

    private static async Task<IResult> Handle(
        string token, GiveVote body, AnswerLinks links, PollForms forms, VoteMerge merge, InvitationsStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } link)
            return LinkFaults.Invalid();
        var now = time.GetUtcNow();
        if (link.ExpiresAt <= now)
            return LinkFaults.Expired();

        IResult? refusal = null;
        PolledHospital? asked = null;
        await store.InTransactionAsync(
            async () =>
            {
                store.Trail?.By($"contact:{link.ContactId}");
                store.Concerns("conferenceId", link.ConferenceId);
                await store.LockConferenceAsync(link.ConferenceId, cancellationToken);
                asked = await forms.FindAsync(link, cancellationToken);
                refusal = Refusal(asked, body, now);
                store.Concerns("hospitalId", asked?.HospitalId);
                if (refusal is null)
                    await merge.TakeAsync(Given(asked!, link, body, now), cancellationToken);
            },
            cancellationToken);
        return refusal ?? Results.Ok(await forms.FormAsync(asked!, cancellationToken));
    }

    private static IResult? Refusal(PolledHospital? asked, GiveVote body, DateTimeOffset now) => asked switch
    {
        null => LinkFaults.Invalid(),
        _ when !asked.IsAsked || !asked.Poll.IsOpen(now) => PollFaults.Closed(),
        _ when body.Revision != asked.Poll.Revision => PollFaults.Changed(),
        _ when VoteReading.Faults(asked.Poll, asked.HospitalId, body.Marks, body.Professions) is { Count: > 0 } faults => Problem.Invalid(faults),
        _ => null,
    };

    private static GivenVote Given(PolledHospital asked, AnswerToken link, GiveVote body, DateTimeOffset now) => new()
    {
        VoteId = Guid.CreateVersion7(now),
        ConferenceId = link.ConferenceId,
        HospitalId = asked.HospitalId,
        Revision = body.Revision,
        Marks = body.Marks,
        Professions = body.Professions,
        Channel = AnswerChannel.Link,
        VotedAt = now,
        By = link.ContactId.ToString(),
    };
}
