using Conference.Contracts.Invitations;
using Conference.Invitations.Contacts;
using Conference.Invitations.Inbound.Proposals;
using Conference.Invitations.Outbound;
using Conference.Invitations.Polls;
using Conference.Invitations.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Invitations.Ledger;

/// <summary>
/// Compares who is to know with who was told, and queues the mails that close the gap. Run twice it queues nothing
/// new, so every message may come again.
/// </summary>
internal sealed class ConferenceLedger(InvitationsStore store, TimeProvider time, IOptions<MailOptions> options)
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    /// <summary>Tells the present revision to all who were not told it, and takes it back from those no longer invited.</summary>
    /// <param name="conference">The conference.</param>
    /// <param name="hospitalIds">Only contacts of these hospitals; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Telling> TellAsync(AnnouncedConference conference, IReadOnlyCollection<string>? hospitalIds, CancellationToken cancellationToken)
    {
        var told = await ToldAsync(conference.ConferenceId, hospitalIds, cancellationToken);
        var invited = await InvitedAsync(conference.ConferenceId, hospitalIds, cancellationToken);
        var recipients = await RecipientsAsync(invited, cancellationToken);
        var drafts = await DraftsAsync(conference, [.. invited, .. told.Select(thread => thread.HospitalId)], cancellationToken);
        var kind = conference.Confirmed ? MailKind.Confirmation : MailKind.Invitation;
        var mails = recipients
            .Select(recipient => (Recipient: recipient, Thread: told.Find(thread => thread.IsOf(recipient)) ?? new MailThread(recipient, [])))
            .Where(next => !next.Thread.Tells(kind, conference.Revision) || next.Thread.IsCancelled)
            .Select(next => drafts.Announce(next.Recipient, kind, next.Thread))
            .ToList();
        var gone = told.Where(thread => !recipients.Exists(thread.IsOf)).ToList();
        await TakeBackAsync(gone, drafts, Ending.TakenBack, cancellationToken);
        await SupersedeAsync(told.Where(thread => mails.Exists(mail => thread.Recipient.IsAt(mail.ContactId, mail.Address))), cancellationToken);
        store.Mails.AddRange(mails);
        return new Telling(mails.Count, [.. invited.Except(recipients.Select(recipient => recipient.HospitalId))]);
    }

    /// <summary>Tells all who were told of the conference that it, or its time, is off.</summary>
    public async Task WithdrawAsync(AnnouncedConference conference, Ending ending, CancellationToken cancellationToken)
    {
        var told = await ToldAsync(conference.ConferenceId, null, cancellationToken);
        if (told.Count == 0)
            return;
        var drafts = await DraftsAsync(conference, [.. told.Select(thread => thread.HospitalId)], cancellationToken);
        await TakeBackAsync(told, drafts, ending, cancellationToken);
    }

    /// <summary>Writes again to those contacts of these hospitals who were told the present revision.</summary>
    public async Task RemindAsync(AnnouncedConference conference, IReadOnlyCollection<string> hospitalIds, SendReminders message, CancellationToken cancellationToken)
    {
        var told = await ToldAsync(conference.ConferenceId, hospitalIds, cancellationToken);
        var quiet = await store.QuietContacts.AsNoTracking().Select(contact => contact.ContactId).ToListAsync(cancellationToken);
        var recipients = (await RecipientsAsync(hospitalIds, cancellationToken)).FindAll(recipient => !quiet.Contains(recipient.ContactId));
        var drafts = await DraftsAsync(conference, hospitalIds, cancellationToken);
        var kind = message.Purpose == ReminderPurpose.Chaser ? MailKind.Chaser : MailKind.Reminder;
        store.Mails.AddRange(told
            .Where(thread => recipients.Exists(thread.IsOf) && thread.IsTold(conference.Revision) && !thread.Has(kind, conference.Revision, message.Lead))
            .Select(thread => drafts.Remind(recipients.Find(thread.IsOf)!, kind, message.Lead, thread)));
    }

    /// <summary>Sends a contact again what stands (REFRESH, RFC 5546 section 3.2.6); false when that was done moments ago.</summary>
    public async Task<bool> TellAgainAsync(AnnouncedConference conference, MailTrace to, CancellationToken cancellationToken)
    {
        var thread = (await ToldAsync(conference.ConferenceId, [to.HospitalId], cancellationToken)).Find(one => one.Recipient.IsAt(to.ContactId, to.Address));
        if (thread is null || conference.Brief is null || thread.Mails.Max(mail => mail.QueuedAt) > time.GetUtcNow() - Again)
            return false;
        var drafts = await DraftsAsync(conference, [to.HospitalId], cancellationToken);
        store.Mails.Add(!conference.IsLive || thread.IsCancelled
            ? drafts.Cancel(thread, Ending.Cancelled)
            : drafts.Announce(thread.Recipient, conference.Confirmed ? MailKind.Confirmation : MailKind.Invitation, thread));
        return true;
    }

    /// <summary>Tells a contact that the time it proposed is not taken.</summary>
    public async Task DeclineAsync(AnnouncedConference conference, TimeProposal proposal, CancellationToken cancellationToken)
    {
        var thread = (await ToldAsync(conference.ConferenceId, [proposal.HospitalId], cancellationToken)).FindLast(one => one.Recipient.ContactId == proposal.ContactId);
        if (thread is null)
            return;
        var drafts = await DraftsAsync(conference, [proposal.HospitalId], cancellationToken);
        store.Mails.Add(drafts.Decline(thread, proposal));
    }

    private async Task TakeBackAsync(IReadOnlyList<MailThread> threads, MailDrafts drafts, Ending ending, CancellationToken cancellationToken)
    {
        var cancellations = threads.Where(thread => thread.Holds).Select(thread => drafts.Cancel(thread, ending)).ToList();
        await SupersedeAsync(threads.Where(thread => !thread.IsCancelled), cancellationToken);
        store.Mails.AddRange(cancellations);
    }

    // A mail that waits for a slow server must not arrive after the one that took its place.
    private async Task SupersedeAsync(IEnumerable<MailThread> threads, CancellationToken cancellationToken)
    {
        var waiting = threads.SelectMany(thread => thread.Mails).Where(mail => mail.State == MailState.Queued && mail.Kind != MailKind.PollEnd).Select(mail => mail.MailId).ToList();
        if (waiting.Count > 0)
        {
            await store.Mails
                .Where(mail => waiting.Contains(mail.MailId) && mail.State == MailState.Queued)
                .ExecuteUpdateAsync(mail => mail.SetProperty(row => row.State, MailState.Superseded), cancellationToken);
        }
    }

    /// <summary>Who was told what, and who stays untold until the open transaction ends.</summary>
    public async Task<List<MailThread>> ToldAsync(Guid conferenceId, IReadOnlyCollection<string>? hospitalIds, CancellationToken cancellationToken)
    {
        await store.HoldWaitingMailsAsync([conferenceId], cancellationToken);
        var mails = store.Mails.Where(mail => mail.ConferenceId == conferenceId);
        if (hospitalIds is not null)
            mails = mails.Where(mail => hospitalIds.Contains(mail.HospitalId));
        return MailThread.Of(await mails.Select(MailTrace.Projection).ToListAsync(cancellationToken));
    }

    private async Task<List<string>> InvitedAsync(Guid conferenceId, IReadOnlyCollection<string>? hospitalIds, CancellationToken cancellationToken)
    {
        var invited = store.Invited.Where(party => party.ConferenceId == conferenceId);
        if (hospitalIds is not null)
            invited = invited.Where(party => hospitalIds.Contains(party.HospitalId));
        return await invited.Select(party => party.HospitalId).OrderBy(id => id).ToListAsync(cancellationToken);
    }

    public async Task<List<Recipient>> RecipientsAsync(IReadOnlyCollection<string> hospitalIds, CancellationToken cancellationToken)
    {
        var known = await store.Contacts.AsNoTracking().Where(contacts => hospitalIds.Contains(contacts.HospitalId)).ToListAsync(cancellationToken);
        return [.. known.OrderBy(contacts => contacts.HospitalId, StringComparer.Ordinal).SelectMany(contacts => contacts.Recipients())];
    }

    private async Task<Attendance> AttendanceAsync(AnnouncedConference conference, CancellationToken cancellationToken)
    {
        var invited = await store.Invited.AsNoTracking().Where(party => party.ConferenceId == conference.ConferenceId).ToListAsync(cancellationToken);
        var shown = options.Value.ShowAttendees == ShownAttendees.Own ? [] : await RecipientsAsync(invited.ConvertAll(party => party.HospitalId), cancellationToken);
        var answers = await store.StandingAnswers.AsNoTracking()
            .Where(answer => answer.ConferenceId == conference.ConferenceId && answer.Revision == conference.Revision)
            .ToDictionaryAsync(answer => answer.HospitalId, answer => answer.Answer, cancellationToken);
        return new Attendance(shown, invited.Where(party => !party.Required).Select(party => party.HospitalId).ToHashSet(), answers, await store.IsFromPollAsync(conference, cancellationToken));
    }

    private async Task<MailDrafts> DraftsAsync(AnnouncedConference conference, IReadOnlyCollection<string> hospitalIds, CancellationToken cancellationToken)
    {
        List<string> named = [conference.Brief!.HostHospitalId, .. hospitalIds];
        var names = await store.Hospitals.AsNoTracking().Where(hospital => named.Contains(hospital.HospitalId))
            .ToDictionaryAsync(hospital => hospital.HospitalId, cancellationToken);
        return new MailDrafts(conference, names, time.GetUtcNow(), await AttendanceAsync(conference, cancellationToken));
    }
}

/// <summary>What telling came to.</summary>
internal sealed record Telling(int Mails, IReadOnlyList<string> WithoutContact);
