using Conference.Invitations.Inbound.Reading;
using Conference.Invitations.Ledger;
using Conference.Invitations.Outbound;
using Conference.Invitations.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Invitations.Inbound;

/// <summary>
/// Which conference a mail is about, and whose contact sent it: by the address it came to, the UID in its calendar, or
/// the mail that it answers; the contact also by its own address.
/// </summary>
internal sealed class Correspondents(InvitationsStore store, AgentAddresses agents, IOptions<MailOptions> options)
{
    public async Task<Correspondent?> FindAsync(ReadMail mail, CancellationToken cancellationToken)
    {
        var addresses = mail.Recipients.Select(agents.Read).OfType<AgentAddress>().ToList();
        var answered = mail.Refers.Select(IdOf).OfType<Guid>().Distinct().ToList();
        if (await ConferenceAsync(mail, addresses, answered, cancellationToken) is not { } conference)
            return null;

        var mails = await store.Mails.AsNoTracking().Where(row => row.ConferenceId == conference.ConferenceId).OrderBy(row => row.QueuedAt).ThenBy(row => row.MailId).Select(MailTrace.Projection).ToListAsync(cancellationToken);
        var byToken = mails.Find(row => addresses.Exists(address => address.Agent == conference.Agent && agents.IsOf(address, conference.ConferenceId, row.ContactId)));
        var found = byToken ?? mails.Find(row => answered.Contains(row.MailId)) ?? mails.FindLast(row => Is(row, mail.Replies.Select(reply => reply.Attendee))) ?? mails.FindLast(row => Is(row, [mail.Sender]))
            ?? await RememberedAsync(mail, conference, mails, cancellationToken);
        return new Correspondent(conference, found is null ? [] : [.. mails.Where(row => row.ContactId == found.ContactId)], byToken is not null)
        {
            AnsweredMailId = found is null ? null : mails.Find(row => row.ContactId == found.ContactId && answered.Contains(row.MailId))?.MailId,
        };
    }

    private async Task<AnnouncedConference?> ConferenceAsync(ReadMail mail, List<AgentAddress> addresses, List<Guid> answered, CancellationToken cancellationToken)
    {
        var names = addresses.ConvertAll(address => address.Agent);
        if (await store.Conferences.FirstOrDefaultAsync(row => names.Contains(row.Agent), cancellationToken) is { } byAddress)
            return byAddress;
        var uids = mail.Replies.Select(reply => IdOf(reply.Uid)).OfType<Guid>().Distinct().ToList();
        if (await store.Conferences.FirstOrDefaultAsync(row => uids.Contains(row.ConferenceId), cancellationToken) is { } byUid)
            return byUid;
        return await store.Conferences.FirstOrDefaultAsync(
            row => store.Mails.Any(sent => sent.ConferenceId == row.ConferenceId && answered.Contains(sent.MailId)), cancellationToken);
    }

    // Somebody of whom a person has decided that he answers for a hospital. For which of several, he does not say.
    private async Task<MailTrace?> RememberedAsync(ReadMail mail, AnnouncedConference conference, List<MailTrace> mails, CancellationToken cancellationToken)
    {
        var who = mail.Replies.Select(reply => reply.Attendee).OfType<string>().Append(mail.Sender).Distinct().ToList();
        var hospitals = await store.KnownSenders.AsNoTracking()
            .Where(sender => sender.Believed && who.Contains(sender.Address) && (sender.ConferenceId == Guid.Empty || sender.ConferenceId == conference.ConferenceId))
            .Select(sender => sender.HospitalId).ToListAsync(cancellationToken);
        var theirs = mails.FindAll(row => hospitals.Contains(row.HospitalId));
        return theirs.DistinctBy(row => row.HospitalId).Count() == 1 ? theirs[^1] : null;
    }

    // UIDs and Message-IDs of ours are an id and our domain.
    private Guid? IdOf(string? text) =>
        text?.Split('@') is [var id, var domain] && domain.Equals(options.Value.Domain, StringComparison.OrdinalIgnoreCase) && Guid.TryParse(id, out var known) ? known : null;

    private static bool Is(MailTrace row, IEnumerable<string?> addresses) => addresses.Any(address => row.Address.Equals(address, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A conference, and the contact that a mail is from.</summary>
/// <param name="Conference">The conference.</param>
/// <param name="Mails">All mails to that contact, the newest last; none when the contact is not known.</param>
/// <param name="ByToken">Whether the address that the mail came to proves that it was sent to this contact.</param>
internal sealed record Correspondent(AnnouncedConference Conference, IReadOnlyList<MailTrace> Mails, bool ByToken)
{
    /// <summary>Which of our mails it answers; null when that is not said.</summary>
    public Guid? AnsweredMailId { get; init; }

    public MailTrace? Contact => Mails.Count == 0 ? null : Mails[^1];

    public bool IsAt(string? address) => Mails.Any(mail => mail.Address.Equals(address, StringComparison.OrdinalIgnoreCase));
}
