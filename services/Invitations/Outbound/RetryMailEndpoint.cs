using Conference.Contracts.Invitations;
using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Outbound;

internal static class RetryMailEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/mails/{id:guid}/retry", Handle)
        .Produces<MailView>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .RequirePermission(Permission.ManageConferences);

    private static async Task<IResult> Handle(
        Guid id, Caller caller, InvitationsStore store, LetterWriter letters, MailSignal signal, TimeProvider time, CancellationToken cancellationToken)
    {
        Mail? mail = null;
        IResult? refusal = null;
        await store.InTransactionAsync(
            async () =>
            {
                mail = await store.Mails.Within(caller.Scope).SingleOrDefaultAsync(row => row.MailId == id, cancellationToken);
                refusal = await RefusalAsync(mail, store, cancellationToken);
                if (refusal is null)
                    (mail!.State, mail.NextAttemptAt, mail.ClaimedUntil, mail.SentAt) = (MailState.Queued, time.GetUtcNow(), null, null);
            },
            cancellationToken);
        if (refusal is not null)
            return refusal;
        signal.Set();
        return Results.Ok(letters.View(mail!));
    }

    private static async Task<IResult?> RefusalAsync(Mail? mail, InvitationsStore store, CancellationToken cancellationToken)
    {
        if (mail is null)
            return LedgerFaults.NoMail();
        if (mail.State is not (MailState.Refused or MailState.Bounced))
            return Problem.Conflict(new Fault("id", "mail_not_refused", "再送できるのは、送信を拒否されたか、届かずに戻ったメールだけです。", "Only a mail that was refused or came back can be sent again."));

        // Whoever got a newer mail must not be told the old time again.
        return await store.Mails.AnyAsync(other => other.ConferenceId == mail.ConferenceId && other.ContactId == mail.ContactId && other.Revision > mail.Revision, cancellationToken)
            ? Problem.Conflict(new Fault("id", "mail_outdated", "このメールの内容は古くなっています。新しい案内が別に送られています。", "This mail is out of date: a newer one took its place."))
            : null;
    }
}
