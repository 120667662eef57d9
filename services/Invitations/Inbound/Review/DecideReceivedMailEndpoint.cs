using Conference.Contracts.Invitations;
using Conference.Invitations.Storage;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Inbound.Review;

internal static class DecideReceivedMailEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/received-mails/{id:guid}/decide", Handle)
        .Produces<ReceivedMailView>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequirePermission(Permission.AnswerOnBehalf);

    private static async Task<IResult> Handle(Guid id, DecideReceivedMail body, Caller caller, InvitationsStore store, ReviewDesk desk, CancellationToken cancellationToken)
    {
        IResult? refusal = null;
        ReceivedMail? mail = null;
        await store.InTransactionAsync(
            async () =>
            {
                mail = await store.ReceivedMails.Within(caller.Scope).SingleOrDefaultAsync(row => row.ReceivedMailId == id, cancellationToken);
                if (mail is null)
                    refusal = Problem.NotFound(new Fault("id", "mail_not_found", "メールが見つかりません。", "There is no such mail."));
                else
                    refusal = await desk.DecideAsync(mail, body, caller, cancellationToken);
                store.Concerns("conferenceId", mail?.ConferenceId);
                store.Concerns("hospitalId", mail?.HospitalId);
            },
            cancellationToken);
        return refusal ?? Results.Ok((await new ReceivedViews(store).OfAsync([mail!], caller, cancellationToken))[0]);
    }
}
