using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Outbound;

internal static class DownloadMailEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/mails/{id:guid}/eml", Handle)
        .Produces(StatusCodes.Status200OK, contentType: "message/rfc822")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .AuditLook()
        .RequirePermission(Permission.ReadMail);

    private static async Task<IResult> Handle(Guid id, Caller caller, InvitationsStore store, MailComposer composer, CancellationToken cancellationToken)
    {
        var mail = await store.Mails.AsNoTracking().Within(caller.Scope).SingleOrDefaultAsync(row => row.MailId == id, cancellationToken);
        if (mail is null)
            return LedgerFaults.NoMail();

        // Whoever holds the link, or knows the contact's own address of ours, answers for the hospital: both are shown to those only who may do that anyway.
        using var message = composer.Compose(mail, withLink: caller.May(Permission.AnswerOnBehalf, mail.HospitalId));
        return Results.File(message.ToBytes(), "message/rfc822", MailDrop.FileName(mail));
    }
}
