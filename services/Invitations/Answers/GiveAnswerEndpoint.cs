using Conference.Contracts.Invitations;

namespace Conference.Invitations.Answers;

internal static class GiveAnswerEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/answers/{token}", Handle)
        .Produces<AnswerForm>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status410Gone)
        .AllowAnonymous();

    private static Task<IResult> Handle(string token, GiveAnswer body, LinkDesk links, AnswerForms forms, AnswerMerge merge, CancellationToken cancellationToken) => links.TakeAsync(
        token,
        forms.FindAsync,
        async (asked, now) =>
        {
            var refusal = LinkFaults.Of(asked, body.Revision, now);
            if (refusal is null)
                await merge.TakeAsync(Given(asked, body, now), cancellationToken);
            return refusal;
        },
        forms.FormAsync,
        cancellationToken);

    private static GivenAnswer Given(AskedHospital asked, GiveAnswer body, DateTimeOffset now) => new()
    {
        AnswerId = Guid.CreateVersion7(now),
        ConferenceId = asked.Conference.ConferenceId,
        HospitalId = asked.HospitalId,
        Revision = body.Revision,
        Answer = body.Answer,
        Channel = AnswerChannel.Link,
        AnsweredAt = now,
        ReceivedAt = now,
        By = asked.ContactId.ToString(),
    };
}
