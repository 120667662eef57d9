using Conference.Invitations.Inbound.Reading;
using Conference.Invitations.Storage;
using Conference.Contracts.Invitations;
using Conference.Platform.Audit;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Inbound;

/// <summary>
/// Decides what becomes of a mail that came, in one transaction with the note of it: a mail that is seen twice has one
/// effect, and none is lost on the way.
/// </summary>
internal sealed class MailDesk(InvitationsStore store, Correspondents correspondents, Belief belief, ReplyEffects replies, BounceEffects bounces, TimeProvider time)
{
    /// <summary>Takes a mail that was read.</summary>
    public async Task<ReceivedMail> TakeAsync(string hash, ReadMail mail, CancellationToken cancellationToken)
    {
        ReceivedMail? note = null;
        await store.InTransactionAsync(
            async () =>
            {
                if ((note = await SeenAsync(hash, cancellationToken)) is not null)
                    return;
                note = Note(hash, mail.Sender, mail.Subject);
                await JudgeAsync(note, mail, cancellationToken);
                if (note.Outcome == ReceivedOutcome.Review)
                    note.Excerpt = mail.Excerpt;
                store.ReceivedMails.Add(note);
                store.Trail?.By(note.ContactId is { } contact ? $"contact:{contact}" : "mail");
                store.Trail?.Record(store, $"mail {note.Outcome} {note.Reason}", null, AuditOutcome.Changed, ("receivedMailId", note.ReceivedMailId), ("conferenceId", note.ConferenceId), ("hospitalId", note.HospitalId), ("contactId", note.ContactId));
            },
            cancellationToken);
        return note!;
    }

    /// <summary>Notes a mail without reading it.</summary>
    public async Task<ReceivedMail> NoteAsync(string hash, MailGlance mail, ReceivedOutcome outcome, string reason, CancellationToken cancellationToken)
    {
        ReceivedMail? note = null;
        await store.InTransactionAsync(
            async () =>
            {
                if ((note = await SeenAsync(hash, cancellationToken)) is not null)
                    return;
                store.ReceivedMails.Add(note = Note(hash, mail.Sender, mail.Subject).Became(outcome, reason));
                if (reason is "mail_too_large" or "part_too_large")
                    await LeaveToAPersonAsync(note, mail, cancellationToken);
            },
            cancellationToken);
        return note!;
    }

    // What was sent to a conference and is no more than large, a scanned sheet, may be an honest answer.
    private async Task LeaveToAPersonAsync(ReceivedMail note, MailGlance mail, CancellationToken cancellationToken)
    {
        if (await correspondents.FindAsync(new ReadMail { Sender = mail.Sender, Subject = mail.Subject, Recipients = mail.Recipients }, cancellationToken) is not { } from)
            return;
        note.Became(ReceivedOutcome.Review, note.Reason);
        (note.ConferenceId, note.HospitalId, note.ContactId) = (from.Conference.ConferenceId, from.Contact?.HospitalId, from.Contact?.ContactId);
        (note.Revision, note.AnsweredAt) = (from.Conference.Revision, note.ReceivedAt);
    }

    private async Task<ReceivedMail?> SeenAsync(string hash, CancellationToken cancellationToken)
    {
        await store.OneAtATimeAsync($"mail {hash}", cancellationToken);
        return await store.ReceivedMails.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, cancellationToken);
    }

    private async Task<ReceivedMail> JudgeAsync(ReceivedMail note, ReadMail mail, CancellationToken cancellationToken)
    {
        if (await correspondents.FindAsync(mail, cancellationToken) is not { } from)
            return mail.Automatic || mail.Bounce is not null ? note.Became(ReceivedOutcome.Noted, "automatic") : note.Became(ReceivedOutcome.Review, "unknown_conference");
        note.ConferenceId = from.Conference.ConferenceId;
        (note.HospitalId, note.ContactId) = (from.Contact?.HospitalId, from.Contact?.ContactId);
        note.Attendee = mail.Replies.Select(reply => reply.Attendee).FirstOrDefault(attendee => attendee is not null);
        await store.LockConferenceAsync(from.Conference.ConferenceId, cancellationToken);
        await store.Entry(from.Conference).ReloadAsync(cancellationToken);
        if (mail.Bounce is { } bounce && mail.Replies.Count == 0)
            return await bounces.TakeAsync(note, bounce, from, cancellationToken);
        // An absence notice says nothing of the conference; a calendar in it was answered by somebody, or by a room that is free.
        if (mail.Automatic && mail.Replies.Count == 0)
            return note.Became(ReceivedOutcome.Noted, "automatic");
        return await replies.TakeAsync(note, mail, from, await belief.DoubtAsync(mail, from, cancellationToken), cancellationToken);
    }

    private ReceivedMail Note(string hash, string sender, string subject)
    {
        var now = time.GetUtcNow();
        return new ReceivedMail { ReceivedMailId = Guid.CreateVersion7(now), Hash = hash, ReceivedAt = now, Sender = KeptText.Of(sender, MailHeads.LongestAddress), Subject = KeptText.Of(subject, MailHeads.LongestSubject) };
    }
}
