using Conference.Contracts.Invitations;
using Conference.Invitations.Inbound.Proposals;
using Conference.Platform.Problems;

namespace Conference.Invitations.Answers;

/// <summary>Another time by the link: the same as a COUNTER by mail.</summary>
internal static class ProposeTimeEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/answers/{token}/proposals", Handle)
        .Produces<AnswerForm>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status410Gone)
        .AllowAnonymous();

    private static Task<IResult> Handle(string token, ProposeTime body, LinkDesk links, AnswerForms forms, ProposalDesk proposals, CancellationToken cancellationToken) => links.TakeAsync(
        token,
        forms.FindAsync,
        async (asked, now) => LinkFaults.Of(asked, body.Revision, now)
            ?? Refusal(await proposals.TakeAsync(new ProposedTime(asked.HospitalId, asked.ContactId, body.Start, body.End, now), asked.Conference, cancellationToken)),
        forms.FormAsync,
        cancellationToken);

    private static IResult? Refusal(string became) => became switch
    {
        ProposalDesk.SameTime => Problem.Invalid(new Fault("start", became, "ご提案の日時は、今の日時と同じです。別の日時を入力してください。", "That is the present time. Enter another one.")),
        ProposalDesk.Impossible => Problem.Invalid(new Fault("start", became, "今より後で2年以内の日時を、5分刻みで入力してください。", "Enter a time within the next two years, in steps of five minutes.")),
        _ => null,
    };
}
