using Conference.Contracts.Invitations;
using Conference.Invitations.Contacts;

namespace Conference.Invitations.Ledger;

/// <summary>All mails of one conference to one recipient.</summary>
internal sealed class MailThread(Recipient recipient, IReadOnlyList<MailTrace> mails)
{
    public Recipient Recipient => recipient;

    public string HospitalId => recipient.HospitalId;

    public IReadOnlyList<MailTrace> Mails => mails;

    public MailTrace Newest => mails[^1];

    /// <summary>Where the thread begins, as the recipient sees it.</summary>
    public MailTrace? First => mails.FirstOrDefault(mail => mail.MayHaveLeft);

    /// <summary>The last mail that said when, or that it is off.</summary>
    public MailTrace? Announced => mails.LastOrDefault(mail => mail.IsAnnouncement && mail.State is not (MailState.Refused or MailState.Superseded or MailState.Bounced))
        ?? mails.LastOrDefault(mail => mail.IsAnnouncement && mail.MayHaveLeft);

    /// <summary>The last mail that said when and may have left.</summary>
    public MailTrace? Told => mails.LastOrDefault(mail => mail.IsAnnouncement && mail.MayHaveLeft);

    public bool IsCancelled => Announced?.Kind == MailKind.Cancellation;

    /// <summary>Whether the recipient may have the conference in its calendar.</summary>
    public bool Holds => !IsCancelled && Told is not null;

    public static List<MailThread> Of(IEnumerable<MailTrace> mails) =>
    [
        .. mails.GroupBy(mail => (mail.ContactId, Address: mail.Address.ToUpperInvariant())).Select(group =>
        {
            var ordered = group.OrderBy(mail => mail.Revision).ThenBy(mail => mail.QueuedAt).ToList();
            var last = ordered[^1];
            return new MailThread(new Recipient(last.HospitalId, last.ContactId, last.Address, last.ContactName, last.Language), ordered);
        }),
    ];

    /// <summary>When the next mail is stored: a calendar program ignores a message whose DTSTAMP is not newer than the last one's.</summary>
    public DateTimeOffset NextStamp(DateTimeOffset now)
    {
        var second = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        return mails.Count > 0 && mails.Max(mail => mail.QueuedAt) is var last && last >= second ? last.AddSeconds(1) : second;
    }

    public bool IsOf(Recipient other) => other.IsAt(recipient.ContactId, recipient.Address);

    public bool Has(MailKind kind, int revision, TimeSpan lead = default) =>
        mails.Any(mail => mail.Kind == kind && mail.Revision == revision && mail.Lead == (long)lead.TotalSeconds);

    /// <summary>Whether a mail of this kind and revision tells the recipient, or will: one that was replaced before anybody had it in hand never does.</summary>
    public bool Tells(MailKind kind, int revision) =>
        mails.Any(mail => mail.Kind == kind && mail.Revision == revision && mail is not { State: MailState.Superseded, Tried: false });

    /// <summary>
    /// The lead of the next mail of this kind and revision: who is told the same once more (asked for it, or was taken off
    /// and put back) gets a mail of its own.
    /// </summary>
    public TimeSpan Again(MailKind kind, int revision, DateTimeOffset now) => Has(kind, revision) ? NextStamp(now) - DateTimeOffset.UnixEpoch : TimeSpan.Zero;

    public bool IsTold(int revision) => !IsCancelled && mails.Any(mail => mail.IsAnnouncement && mail.Revision == revision);
}
