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
        Guid id, Caller caller, InvitationsStore store, ConferenceLedger ledger, LetterWriter letters, MailSignal signal, TimeProvider time, CancellationToken cancellationToken)
    {
        Mail? mail = null;
        IResult? refusal = null;
        await store.InTransactionAsync(
            async () =>
            {
                var asked = store.Mails.Within(caller.Scope).Where(row => row.MailId == id);
                await store.LockConferenceAsync(await asked.Select(row => row.ConferenceId).SingleOrDefaultAsync(cancellationToken), cancellationToken);
                mail = await asked.SingleOrDefaultAsync(cancellationToken);
                refusal = mail is null ? LedgerFaults.NoMail() : await RefusalAsync(mail, store, ledger, cancellationToken);
                if (refusal is null)
                    (mail!.State, mail.NextAttemptAt, mail.ClaimedUntil, mail.SentAt) = (MailState.Queued, time.GetUtcNow(), null, null);
            },
            cancellationToken);
        if (refusal is not null)
            return refusal;
        signal.Set();
        return Results.Ok(letters.View(mail!));
    }

    private static async Task<IResult?> RefusalAsync(Mail mail, InvitationsStore store, ConferenceLedger ledger, CancellationToken cancellationToken)
    {
        if (mail.State is not (MailState.Refused or MailState.Bounced))
            return Problem.Conflict(new Fault("id", "mail_not_refused", "再送できるのは、送信を拒否されたか、届かずに戻ったメールだけです。", "Only a mail that was refused or came back can be sent again."));
        return await IsOutdatedAsync(mail, store, ledger, cancellationToken)
            ? Problem.Conflict(new Fault("id", "mail_outdated", "このメールの内容は古くなっています。送信のあとに、日時、案内または宛先が変わりました。", "This mail is out of date: the time, the invitation or the address has changed since."))
            : null;
    }

    /// <summary>Whoever got a newer mail must not be told the old time again; nor a time that is off, which nobody would take back.</summary>
    private static async Task<bool> IsOutdatedAsync(Mail mail, InvitationsStore store, ConferenceLedger ledger, CancellationToken cancellationToken)
    {
        if (await store.Mails.AnyAsync(other => other.ConferenceId == mail.ConferenceId && other.ContactId == mail.ContactId && other.Revision > mail.Revision, cancellationToken))
            return true;
        if (mail.Kind is not (MailKind.Invitation or MailKind.Confirmation or MailKind.Chaser or MailKind.Reminder))
            return false;
        var stands = store.Conferences.Where(conference => conference.ConferenceId == mail.ConferenceId && conference.Revision == mail.Revision && !conference.Cancelled
            && store.Invited.Any(party => party.ConferenceId == mail.ConferenceId && party.HospitalId == mail.HospitalId));
        return !await stands.AnyAsync(cancellationToken)
            || !(await ledger.RecipientsAsync([mail.HospitalId], cancellationToken)).Exists(recipient => recipient.IsAt(mail.ContactId, mail.Address));
    }
}
