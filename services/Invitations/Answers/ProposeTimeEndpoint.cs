using Conference.Contracts.Invitations;
using Conference.Invitations.Inbound.Proposals;
using Conference.Invitations.Storage;
using Conference.Platform.Audit;
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

    private static async Task<IResult> Handle(
        string token, ProposeTime body, AnswerLinks links, AnswerForms forms, ProposalDesk desk, InvitationsStore store, TimeProvider time, CancellationToken cancellationToken)
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
                refusal ??= Refusal(await desk.TakeAsync(new ProposedTime(asked!.HospitalId, link.ContactId, body.Start, body.End, now), asked.Conference, cancellationToken));
            },
            cancellationToken);
        return refusal ?? Results.Ok(await forms.FormAsync(asked!, link.ContactId, cancellationToken));
    }

    private static IResult? Refusal(string became) => became switch
    {
        ProposalDesk.SameTime => Problem.Invalid(new Fault("start", became, "ご提案の日時は、今の日時と同じです。別の日時を入力してください。", "That is the present time. Enter another one.")),
        ProposalDesk.Impossible => Problem.Invalid(new Fault("start", became, "今より後で2年以内の日時を、5分刻みで入力してください。", "Enter a time within the next two years, in steps of five minutes.")),
        _ => null,
    };
}
