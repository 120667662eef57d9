using Conference.Contracts.Invitations;
using Conference.Invitations.Inbound.Reading;
using Conference.Invitations.Ledger;
using Conference.Invitations.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Inbound;

/// <summary>A mail came back: it was never told to that contact, and the ledger says so.</summary>
internal sealed class BounceEffects(InvitationsStore store, TimeProvider time)
{
    private const int LongestError = 300;

    public async Task<ReceivedMail> TakeAsync(ReceivedMail note, ReadBounce bounce, Correspondent from, CancellationToken cancellationToken)
    {
        // Anybody can write a bounce: only one that came to the secret address of its mail is taken.
        if (from.Contact is not { } contact || !from.ByToken)
            return note.Became(ReceivedOutcome.Review, "bounce_not_proven");
        if (!bounce.Permanent)
            return note.Became(ReceivedOutcome.Noted, "delayed");
        // A list or a forwarding server took it: what one mailbox behind it did says nothing of the others.
        if (bounce.Named.Count > 0 && !bounce.Named.Any(from.IsAt))
            return note.Became(ReceivedOutcome.Noted, "bounced_further_on");
        var mailId = from.AnsweredMailId ?? Unnamed(from.Mails, bounce.Recipient)?.MailId;
        var mail = await store.Mails.SingleOrDefaultAsync(
            row => row.MailId == mailId && (row.State == MailState.Sent || (row.State == MailState.Queued && (row.Attempts > 0 || row.ClaimedUntil != null))), cancellationToken);
        if (mail is null)
            return note.Became(ReceivedOutcome.Noted, "bounced_before");
        mail.State = MailState.Bounced;
        mail.Error = KeptText.Of(bounce.Said, LongestError, lines: true);
        (note.HospitalId, note.ContactId) = (contact.HospitalId, contact.ContactId);
        return note.Became(ReceivedOutcome.Taken, "bounced");
    }

    // Which mail came back when the bounce does not say. A server may be faster than our own note that the mail has left:
    // then it is in hand. One that only waits for its next try has not left, and would never be sent.
    private MailTrace? Unnamed(IReadOnlyList<MailTrace> mails, string? recipient)
    {
        var (now, theirs) = (time.GetUtcNow(), mails.Where(mail => mail.Address.Equals(recipient, StringComparison.OrdinalIgnoreCase)).ToList());
        return theirs.FindLast(mail => mail.State == MailState.Sent)
            ?? mails.LastOrDefault(mail => mail.State == MailState.Sent)
            ?? theirs.FindLast(mail => mail.State == MailState.Queued && mail.ClaimedUntil > now);
    }
}
