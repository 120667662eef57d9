using Conference.Contracts.Invitations;
using Conference.Invitations.Inbound.Reading;
using Conference.Invitations.Inbound.Review;
using Conference.Invitations.Ledger;
using Conference.Invitations.Polls;
using Conference.Invitations.Storage;

namespace Conference.Invitations.Inbound;

/// <summary>What a reply does: an answer counts, another time is proposed, the invitation is sent again, somebody else answers.</summary>
internal sealed class ReplyEffects(InvitationsStore store, TakenAnswers answers, CounterEffects counters, ConferenceLedger ledger, TimeProvider time)
{
    /// <summary>It answers a poll, which has a form of its own.</summary>
    public const string PollReply = "poll_reply";

    /// <param name="note">The note of the mail; what the mail says is kept in it for whoever has to decide.</param>
    /// <param name="mail">The mail.</param>
    /// <param name="from">Who sent it.</param>
    /// <param name="doubt">Why it is not believed; null when it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ReceivedMail> TakeAsync(ReceivedMail note, ReadMail mail, Correspondent from, string? doubt, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var reply = Meant(mail, from);
        note.Channel = reply is null ? AnswerChannel.PlainText : AnswerChannel.Calendar;
        note.Answer = reply is null ? mail.PlainAnswer : reply.Method == ReplyMethod.Refresh ? null : reply.Answer;
        note.AnsweredAt = Earlier(reply?.Stamp ?? mail.Date ?? now, now);
        note.Revision = RevisionOf(reply, from, note.AnsweredAt.Value);
        if (reply?.Stamp is { } stamp && IsCopied(stamp, note.Revision.Value, from))
            note.AnsweredAt = Earlier(mail.Date ?? now, now);
        if (reply is { Method: ReplyMethod.Counter, Start: { } start } && EndOf(reply, start, from.Conference.Brief) is { } end)
            (note.ProposedStart, note.ProposedEnd) = (start, end);
        if (doubt is not null)
            return doubt == Belief.NotBelieved ? note.Became(ReceivedOutcome.Noted, doubt) : note.Became(ReceivedOutcome.Review, doubt);
        if (reply is null && mail.Replies.Count > 0)
        {
            return mail.Replies.Any(one => Concerns(one, from))
                ? note.Became(ReceivedOutcome.Noted, "other_occurrence")
                : note.Became(ReceivedOutcome.Review, "other_conference");
        }

        return reply switch
        {
            { Method: ReplyMethod.Refresh } => await RefreshAsync(note, from, cancellationToken),
            { Delegated: true } => await DelegateAsync(note, reply, from, cancellationToken),
            // Words choose none of the candidates: whoever reads them enters the votes.
            _ when await store.IsPolledAsync(from.Conference, cancellationToken) => note.Became(ReceivedOutcome.Review, PollReply),
            _ when note.ProposedStart is not null => await counters.TakeAsync(note, from.Conference, from.Contact!.ContactId.ToString(), cancellationToken),
            _ when note.Answer is not null => await answers.TakeAsync(note, from.Conference, from.Contact!.ContactId.ToString(), cancellationToken),
            _ => note.Became(ReceivedOutcome.Review, "not_understood"),
        };
    }

    /// <summary>The reply that is about the time this conference has: programs send whole series, or single occurrences in UTC.</summary>
    private static ReadReply? Meant(ReadMail mail, Correspondent from) =>
        mail.Replies.LastOrDefault(reply => Concerns(reply, from) && reply.Occurrence is null)
        ?? mail.Replies.LastOrDefault(reply => Concerns(reply, from) && from.Mails.Any(sent => sent.Start == reply.Occurrence));

    // Whatever address it came to. The domain behind the id may have been another when the invitation was sent.
    private static bool Concerns(ReadReply reply, Correspondent from) =>
        reply.Uid is null || reply.Uid.Split('@')[0].Equals(from.Conference.ConferenceId.ToString(), StringComparison.OrdinalIgnoreCase);

    private static DateTimeOffset? EndOf(ReadReply counter, DateTimeOffset start, ConferenceBrief? brief) =>
        counter.End ?? (brief is null ? null : start + (brief.End - brief.Start));

    private static int RevisionOf(ReadReply? reply, Correspondent from, DateTimeOffset at)
    {
        var newest = from.Conference.Revision;
        if (reply?.Sequence is { } sequence)
            return Math.Min(sequence, newest);
        // It does not say: the mail it answers, else what this contact had been told by then.
        if (from.Mails.FirstOrDefault(mail => mail.MailId == from.AnsweredMailId) is { } answered)
            return answered.Revision;
        return from.Mails.Where(mail => mail is { IsAnnouncement: true, State: not (MailState.Bounced or MailState.Refused) } && mail.QueuedAt <= at.AddMinutes(1)).Select(mail => mail.Revision).DefaultIfEmpty(newest).Max();
    }

    // Programs copy our own DTSTAMP (INTEROP): nobody has answered before the question was written.
    private static bool IsCopied(DateTimeOffset stamp, int revision, Correspondent from) =>
        from.Mails.Any(sent => (from.AnsweredMailId is { } answered ? sent.MailId == answered : sent.Revision == revision) && stamp <= sent.QueuedAt);

    private async Task<ReceivedMail> RefreshAsync(ReceivedMail note, Correspondent from, CancellationToken cancellationToken) =>
        await ledger.TellAgainAsync(from.Conference, from.Contact!, cancellationToken)
            ? note.Became(ReceivedOutcome.Taken, "sent_again")
            : note.Became(ReceivedOutcome.Noted, "sent_again_lately");

    // The delegate got the invitation from the contact itself, and answers to the same address.
    private async Task<ReceivedMail> DelegateAsync(ReceivedMail note, ReadReply reply, Correspondent from, CancellationToken cancellationToken)
    {
        if (reply.Delegate is not { Length: > 0 and <= 320 } other)
            return note.Became(ReceivedOutcome.Review, "delegate_unnamed");
        var contact = from.Contact!;
        if (await store.KnownSenders.FindAsync([other, contact.HospitalId, from.Conference.ConferenceId], cancellationToken) is null)
            store.KnownSenders.Add(new KnownSender { Address = other, HospitalId = contact.HospitalId, ConferenceId = from.Conference.ConferenceId, Believed = true, By = contact.ContactId.ToString(), At = time.GetUtcNow() });
        return note.Became(ReceivedOutcome.Taken, "delegated");
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
