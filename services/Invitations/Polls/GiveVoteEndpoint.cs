using Conference.Contracts.Invitations;
using Conference.Invitations.Answers;
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

    private static Task<IResult> Handle(string token, GiveVote body, LinkDesk links, PollForms forms, VoteMerge merge, CancellationToken cancellationToken) => links.TakeAsync(
        token,
        forms.FindAsync,
        async (asked, now) =>
        {
            var refusal = Refusal(asked, body, now);
            if (refusal is null)
                await merge.TakeAsync(Given(asked, body, now), cancellationToken);
            return refusal;
        },
        forms.FormAsync,
        cancellationToken);

    private static IResult? Refusal(PolledHospital asked, GiveVote body, DateTimeOffset now) => asked switch
    {
        _ when !asked.IsAsked || !asked.Poll.IsOpen(now) => PollFaults.Closed(),
        _ when body.Revision != asked.Poll.Revision => PollFaults.Changed(),
        _ when VoteReading.Faults(asked.Poll, asked.HospitalId, body.Marks, body.Professions) is { Count: > 0 } faults => Problem.Invalid(faults),
        _ => null,
    };

    private static GivenVote Given(PolledHospital asked, GiveVote body, DateTimeOffset now) => new()
    {
        VoteId = Guid.CreateVersion7(now),
        ConferenceId = asked.Poll.ConferenceId,
        HospitalId = asked.HospitalId,
        Revision = body.Revision,
        Marks = body.Marks,
        Professions = body.Professions,
        Channel = AnswerChannel.Link,
        VotedAt = now,
        By = asked.ContactId.ToString(),
    };
}
