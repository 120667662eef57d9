using Conference.Contracts.Invitations;
using Conference.Invitations.Ledger;
using Conference.Invitations.Outbound;
using Conference.Invitations.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Polls;

/// <summary>Queues the mails of polls. Run twice it queues nothing new, so every message may come again.</summary>
internal sealed class PollLedger(InvitationsStore store, ConferenceLedger ledger, TimeProvider time)
{
    /// <summary>Asks all contacts of these hospitals who were not asked at the present revision; null for all hospitals.</summary>
    public async Task<Telling> AskAsync(AnnouncedPoll poll, IReadOnlyCollection<string>? hospitalIds, CancellationToken cancellationToken)
    {
        var asked = hospitalIds is null ? poll.Asked : [.. poll.Asked.Intersect(hospitalIds)];
        var told = await ledger.ToldAsync(poll.ConferenceId, hospitalIds, cancellationToken);
        var recipients = await ledger.RecipientsAsync(asked, cancellationToken);
        var drafts = await DraftsAsync(poll, cancellationToken);
        var mails = recipients
            .Select(recipient => (Recipient: recipient, Thread: told.Find(thread => thread.IsOf(recipient)) ?? new MailThread(recipient, [])))
            .Where(next => !next.Thread.Tells(MailKind.Poll, poll.Revision) || IsEnded(next.Thread, poll.Revision))
            .Select(next => drafts.Ask(next.Recipient, next.Thread))
            .ToList();
        await SupersedeAsync(told.Where(thread => !recipients.Exists(thread.IsOf) || mails.Exists(mail => thread.Recipient.IsAt(mail.ContactId, mail.Address))), cancellationToken);
        End(told.Where(thread => !recipients.Exists(thread.IsOf)), drafts, PollEnding.NotInvited, poll.Revision);
        store.Mails.AddRange(mails);
        return new Telling(mails.Count, [.. asked.Except(recipients.Select(recipient => recipient.HospitalId))]);
    }

    /// <summary>Writes again to those contacts who were asked and whose hospital has not marked every candidate.</summary>
    public async Task ChaseAsync(AnnouncedPoll poll, TimeSpan lead, CancellationToken cancellationToken)
    {
        var votes = await store.StandingVotes.AsNoTracking().Where(vote => vote.ConferenceId == poll.ConferenceId && vote.Revision == poll.Revision).Select(vote => vote.HospitalId).ToListAsync(cancellationToken);
        List<string> silent = [.. poll.Asked.Except(votes)];
        var told = await ledger.ToldAsync(poll.ConferenceId, silent, cancellationToken);
        var quiet = await store.QuietContacts.AsNoTracking().Select(contact => contact.ContactId).ToListAsync(cancellationToken);
        var recipients = (await ledger.RecipientsAsync(silent, cancellationToken)).FindAll(recipient => !quiet.Contains(recipient.ContactId));
        var drafts = await DraftsAsync(poll, cancellationToken);
        store.Mails.AddRange(told
            .Where(thread => recipients.Exists(thread.IsOf) && thread.Tells(MailKind.Poll, poll.Revision) && !thread.Has(MailKind.PollChaser, poll.Revision, lead))
            .Select(thread => drafts.Chase(recipients.Find(thread.IsOf)!, lead, thread)));
    }

    /// <summary>Tells those who were asked that the times need not be kept free, except hospitals that are told the one time instead.</summary>
    public async Task EndAsync(AnnouncedPoll poll, PollEnding ending, int revision, IReadOnlyCollection<string> except, CancellationToken cancellationToken)
    {
        var told = await ledger.ToldAsync(poll.ConferenceId, null, cancellationToken);
        await SupersedeAsync(told, cancellationToken);
        End(told.Where(thread => !except.Contains(thread.HospitalId)), await DraftsAsync(poll, cancellationToken), ending, revision);
    }

    private void End(IEnumerable<MailThread> threads, PollDrafts drafts, PollEnding ending, int revision) =>
        store.Mails.AddRange(threads.Where(WaitsForPoll).Select(thread => drafts.End(thread, ending, revision)));

    /// <summary>Whether a recipient was told that it has no part in this very poll: it was taken off, and is back.</summary>
    private static bool IsEnded(MailThread thread, int revision) =>
        thread.Mails.LastOrDefault(mail => mail.Kind is MailKind.Poll or MailKind.PollEnd && mail.State != MailState.Superseded) is { Kind: MailKind.PollEnd } end && end.Revision == revision;

    /// <summary>Whether the recipient may keep times free: it was asked, and heard nothing of an end or a time since.</summary>
    private static bool WaitsForPoll(MailThread thread) => thread.Mails.LastOrDefault(mail => mail.MayHaveLeft && (mail.Kind is MailKind.Poll or MailKind.PollEnd || mail.IsAnnouncement))?.Kind == MailKind.Poll;

    // A question that waits for a slow server must not arrive after what took its place.
    private async Task SupersedeAsync(IEnumerable<MailThread> threads, CancellationToken cancellationToken)
    {
        var waiting = threads.SelectMany(thread => thread.Mails)
            .Where(mail => mail is { State: MailState.Queued, Kind: MailKind.Poll or MailKind.PollChaser })
            .Select(mail => mail.MailId).ToList();
        if (waiting.Count > 0)
        {
            await store.Mails
                .Where(mail => waiting.Contains(mail.MailId) && mail.State == MailState.Queued)
                .ExecuteUpdateAsync(mail => mail.SetProperty(row => row.State, MailState.Superseded), cancellationToken);
        }
    }

    private async Task<PollDrafts> DraftsAsync(AnnouncedPoll poll, CancellationToken cancellationToken)
    {
        List<string> named = [poll.Brief!.HostHospitalId, .. poll.Asked];
        var asked = await store.Mails.Where(mail => mail.ConferenceId == poll.ConferenceId).Select(mail => mail.HospitalId).Distinct().ToListAsync(cancellationToken);
        var names = await store.Hospitals.AsNoTracking().Where(hospital => named.Contains(hospital.HospitalId) || asked.Contains(hospital.HospitalId))
            .ToDictionaryAsync(hospital => hospital.HospitalId, cancellationToken);
        return new PollDrafts(await store.ConferenceAsync(poll.ConferenceId, cancellationToken), poll, names, time.GetUtcNow());
    }
}
