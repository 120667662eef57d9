using Conference.Contracts.Invitations;
using Conference.Invitations.Contacts;
using Conference.Invitations.Outbound;
using Conference.Invitations.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Invitations.Ledger;

/// <summary>
/// Finds contacts that could not be told what stands now (a new time, an invitation, an end): first another contact of
/// their hospital is asked to pass it on, then the host's. Run twice it asks nobody twice.
/// </summary>
internal sealed class OldTimeEscalation(InvitationsStore store, TimeProvider time, IOptions<OldTimeOptions> options)
{
    /// <summary>Conferences still to come of which something newer waits, was refused or came back.</summary>
    public async Task<List<Guid>> SuspectsAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var before = now - options.Value.EscalateAfter;
        return await store.Conferences.AsNoTracking()
            .Where(conference => conference.Start > now && store.Mails.Any(mail =>
                mail.ConferenceId == conference.ConferenceId && mail.Revision == conference.Revision && mail.QueuedAt <= before
                && (mail.State == MailState.Queued || mail.State == MailState.Refused || mail.State == MailState.Bounced)))
            .Select(conference => conference.ConferenceId).ToListAsync(cancellationToken);
    }

    /// <summary>Queues what is due for one conference, within the caller's transaction.</summary>
    public async Task RunAsync(Guid conferenceId, CancellationToken cancellationToken)
    {
        await store.LockConferenceAsync(conferenceId, cancellationToken);
        var conference = await store.Conferences.AsNoTracking().SingleAsync(row => row.ConferenceId == conferenceId, cancellationToken);
        if (conference.Brief is null)
            return;
        var threads = MailThread.Of(await store.Mails.Where(mail => mail.ConferenceId == conferenceId).Select(MailTrace.Projection).ToListAsync(cancellationToken));
        foreach (var (unaware, lacks) in UnawareContact.Among(threads, conference, await store.AwareByAnswerAsync(conference, cancellationToken)))
            await PassOnAsync(conference, unaware, lacks, threads, cancellationToken);
    }

    private async Task PassOnAsync(AnnouncedConference conference, MailThread unaware, Lacking lacks, List<MailThread> threads, CancellationToken cancellationToken)
    {
        var waited = time.GetUtcNow() - unaware.Mails.Where(mail => mail.IsAnnouncement && mail.Revision == conference.Revision).Min(mail => mail.QueuedAt);
        var host = conference.Brief!.HostHospitalId;
        var hospitals = new[] { unaware.HospitalId, host };
        var known = await store.Contacts.AsNoTracking().Where(contacts => hospitals.Contains(contacts.HospitalId)).ToDictionaryAsync(contacts => contacts.HospitalId, cancellationToken);
        var others = known.GetValueOrDefault(unaware.HospitalId)?.Everybody().Where(one => !one.Address.Equals(unaware.Recipient.Address, StringComparison.OrdinalIgnoreCase)).ToList() ?? [];
        List<Recipient> recipients = waited >= options.Value.EscalateAfter ? others : [];
        if (host != unaware.HospitalId && waited >= (others.Count == 0 ? options.Value.EscalateAfter : options.Value.EscalateAfter * 2))
            recipients.AddRange(known.GetValueOrDefault(host)?.Recipients() ?? []);

        var names = await store.Hospitals.AsNoTracking().Where(hospital => hospitals.Contains(hospital.HospitalId)).ToDictionaryAsync(hospital => hospital.HospitalId, cancellationToken);
        var drafts = new MailDrafts(conference, names, time.GetUtcNow(), Attendance.Unshown);
        foreach (var recipient in recipients)
        {
            var thread = threads.Find(one => one.IsOf(recipient)) ?? new MailThread(recipient, []);
            if (!thread.Has(MailKind.OldTimeHeld, conference.Revision, MarkOf(unaware)))
                store.Mails.Add(drafts.PassOn(recipient, thread, unaware, lacks, MarkOf(unaware)));
        }
    }

    /// <summary>Tells the mails about one contact from those about another.</summary>
    private static TimeSpan MarkOf(MailThread unaware) => TimeSpan.FromSeconds(BitConverter.ToUInt32(unaware.Recipient.ContactId.ToByteArray(), 12) + 1L);
}
