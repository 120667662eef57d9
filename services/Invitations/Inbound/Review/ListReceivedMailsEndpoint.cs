using Conference.Contracts;
using Conference.Contracts.Invitations;
using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Inbound.Review;

internal static class ListReceivedMailsEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/received-mails", Handle)
        .Produces<Page<ReceivedMailView>>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .AuditLook()
        .RequirePermission(Permission.ReadMail);

    private static async Task<IResult> Handle(
        string? outcome, string? conference, string? page, string? pageSize, Caller caller, InvitationsStore store, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        var mails = store.ReceivedMails.AsNoTracking().Within(caller.Scope);
        if (!string.IsNullOrEmpty(outcome))
        {
            if (Code.TryParse<ReceivedOutcome>(outcome, out var wanted))
                mails = mails.Where(mail => mail.Outcome == wanted);
            else
                faults.Add(new Fault("outcome", "unknown_code", $"outcome は {string.Join("、", Code.All<ReceivedOutcome>())} のいずれかで指定してください。", $"outcome must be one of {string.Join(", ", Code.All<ReceivedOutcome>())}."));
        }

        if (ConferenceParameter.Read(conference, faults) is { } id)
            mails = mails.Where(mail => mail.ConferenceId == id);
        if (faults.Count > 0)
            return Problem.Invalid(faults);

        var items = await mails.OrderByDescending(mail => mail.ReceivedAt).ThenByDescending(mail => mail.ReceivedMailId).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        var views = new ReceivedViews(store);
        return Results.Ok(new Page<ReceivedMailView> { Items = await views.OfAsync(items, caller, cancellationToken), Total = await mails.CountAsync(cancellationToken) });
    }
}
