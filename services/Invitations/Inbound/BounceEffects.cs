using Conference.Contracts.Invitations;
using Conference.Invitations.Inbound.Reading;
using Conference.Invitations.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Inbound;

/// <summary>A mail came back: it was never told to that contact, and the ledger says so.</summary>
internal sealed class BounceEffects(InvitationsStore store)
{
    private const int LongestError = 300;

    public async Task<ReceivedMail> TakeAsync(ReceivedMail note, ReadBounce bounce, Correspondent from, CancellationToken cancellationToken)
    {
        // Anybody can write a bounce: only one that came to the secret address of its mail is taken.
        if (from.Contact is not { } contact || !from.ByToken)
            return note.Became(ReceivedOutcome.Review, "bounce_not_proven");
        if (!bounce.Permanent)
            return note.Became(ReceivedOutcome.Noted, "delayed");
        // A server may say so before it is written down that the mail has left.
        var mailId = from.AnsweredMailId ?? from.Mails.LastOrDefault(mail => mail.State is MailState.Sent or MailState.Queued && mail.MayHaveLeft)?.MailId;
        var mail = await store.Mails.SingleOrDefaultAsync(
            row => row.MailId == mailId && (row.State == MailState.Sent || (row.State == MailState.Queued && (row.Attempts > 0 || row.ClaimedUntil != null))), cancellationToken);
        if (mail is null)
            return note.Became(ReceivedOutcome.Noted, "bounced_before");
        mail.State = MailState.Bounced;
        mail.Error = KeptText.Of(bounce.Said, LongestError, lines: true);
        (note.HospitalId, note.ContactId) = (contact.HospitalId, contact.ContactId);
        return note.Became(ReceivedOutcome.Taken, "bounced");
    }
}
