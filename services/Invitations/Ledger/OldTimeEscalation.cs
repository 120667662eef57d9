using Conference.Contracts.Invitations;
using Conference.Invitations.Contacts;
using Conference.Invitations.Outbound;
using Conference.Invitations.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Invitations.Ledger;

/// <summary>
/// Finds contacts that were told a time, and could not be told the one that stands now: first another contact of their
/// hospital is asked to pass it on, then the host's. Run twice it asks nobody twice.
/// </summary>
internal sealed class OldTimeEscalation(InvitationsStore store, TimeProvider time, IOptions<OldTimeOptions> options)
{
    /// <summary>Conferences still to come of which a newer time waits, was refused or came back.</summary>
    public async Task<List<Guid>> SuspectsAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var before = now - options.Value.EscalateAfter;
        return await store.Conferences.AsNoTracking()
            .Where(conference => !conference.Cancelled && conference.Start > now && store.Mails.Any(mail =>
                mail.ConferenceId == conference.ConferenceId && mail.Revision == conference.Revision && mail.QueuedAt <= before
                && (mail.State == MailState.Queued || mail.State == MailState.Refused || mail.State == MailState.Bounced)))
            .Select(conference => conference.ConferenceId).ToListAsync(cancellationToken);
    }

    /// <summary>Queues what is due for one conference, within the caller's transaction.</summary>
    public async Task RunAsync(Guid conferenceId, CancellationToken cancellationToken)
    {
        await store.LockConferenceAsync(conferenceId, cancellationToken);
        await store.HoldContactsAsync(cancellationToken);
        var conference = await store.Conferences.AsNoTracking().SingleAsync(row => row.ConferenceId == conferenceId, cancellationToken);
        if (!conference.IsLive)
            return;
        var threads = MailThread.Of(await store.Mails.Where(mail => mail.ConferenceId == conferenceId).Select(MailTrace.Projection).ToListAsync(cancellationToken));
        foreach (var held in threads.Where(thread => HoldsOld(thread, conference) && !threads.Exists(other => other.HospitalId == thread.HospitalId && Knows(other, conference))))
            await PassOnAsync(conference, held, threads, cancellationToken);
    }

    private async Task PassOnAsync(AnnouncedConference conference, MailThread held, List<MailThread> threads, CancellationToken cancellationToken)
    {
        var waited = time.GetUtcNow() - held.Mails.Where(mail => mail.IsAnnouncement && mail.Revision == conference.Revision).Min(mail => mail.QueuedAt);
        var host = conference.Brief!.HostHospitalId;
        var hospitals = new[] { held.HospitalId, host };
        var known = await store.Contacts.AsNoTracking().Where(contacts => hospitals.Contains(contacts.HospitalId)).ToDictionaryAsync(contacts => contacts.HospitalId, cancellationToken);
        var others = known.GetValueOrDefault(held.HospitalId)?.Everybody().Where(one => !one.Address.Equals(held.Recipient.Address, StringComparison.OrdinalIgnoreCase)).ToList() ?? [];
        List<Recipient> recipients = waited >= options.Value.EscalateAfter ? others : [];
        if (host != held.HospitalId && waited >= (others.Count == 0 ? options.Value.EscalateAfter : options.Value.EscalateAfter * 2))
            recipients.AddRange(known.GetValueOrDefault(host)?.Recipients() ?? []);

        var names = await store.Hospitals.AsNoTracking().Where(hospital => hospitals.Contains(hospital.HospitalId)).ToDictionaryAsync(hospital => hospital.HospitalId, cancellationToken);
        var drafts = new MailDrafts(conference, names, time.GetUtcNow());
        foreach (var recipient in recipients)
        {
            var thread = threads.Find(one => one.IsOf(recipient)) ?? new MailThread(recipient, []);
            if (!thread.Has(MailKind.OldTimeHeld, conference.Revision, MarkOf(held)))
                store.Mails.Add(drafts.PassOn(recipient, thread, held.HospitalId, MarkOf(held)));
        }
    }

    /// <summary>Tells the mails about one contact from those about another.</summary>
    private static TimeSpan MarkOf(MailThread held) => TimeSpan.FromSeconds(BitConverter.ToUInt32(held.Recipient.ContactId.ToByteArray(), 12) + 1L);

    private static bool HoldsOld(MailThread thread, AnnouncedConference conference) =>
        thread.Mails.LastOrDefault(mail => mail.IsAnnouncement && mail.State == MailState.Sent) is { Kind: not MailKind.Cancellation } told
        && (told.Start != conference.Brief!.Start || told.End != conference.Brief.End)
        && thread.Mails.Any(mail => mail.IsAnnouncement && mail.Revision == conference.Revision);

    private static bool Knows(MailThread thread, AnnouncedConference conference) =>
        thread.Mails.Any(mail => mail.IsAnnouncement && mail.Revision == conference.Revision && mail.State == MailState.Sent);
}
