using Conference.Audit.Stores;

namespace Conference.Audit.Invariants;

/// <summary>What one recipient was told last of one conference, by the ledger or by the mail itself.</summary>
internal sealed record Told(Guid ConferenceId, string HospitalId, string Address, int Revision, DateTimeOffset Stamp, DateTimeOffset Start, DateTimeOffset End, bool Cancels, Guid? MailId)
{
    /// <summary>By the ledger: each recipient's newest announcement that has left.</summary>
    public static IEnumerable<Told> ByLedger(Picture picture) => Newest(picture.Invitations.Mails
        .Where(mail => mail.IsAnnouncement && mail.State == "Sent")
        .Select(mail => new Told(mail.ConferenceId, mail.HospitalId, mail.Address, mail.Revision, mail.QueuedAt, mail.Start, mail.End, mail.Kind == "Cancellation", mail.MailId)));

    /// <summary>By the mails in the drop: what a calendar program makes of all that it got.</summary>
    public static IEnumerable<Told> ByMails(Picture picture)
    {
        var ledger = picture.Invitations.Mails.ToDictionary(mail => mail.MailId);
        return Newest((picture.Mails ?? [])
            .Where(file => file is { Happening.ConferenceId: not null, MailId: { } id } && ledger.ContainsKey(id))
            .Select(file => new Told(
                file.Happening!.ConferenceId!.Value, ledger[file.MailId!.Value].HospitalId, file.To, file.Happening.Sequence, file.Happening.Stamp,
                file.Happening.Start, file.Happening.End, file.Happening.Cancels, file.MailId)));
    }

    /// <summary>Recipients who have a newer announcement coming, or one that can never reach them.</summary>
    public static ILookup<(Guid, string, string), LedgerMail> OnTheWay(Picture picture) => picture.Invitations.Mails
        .Where(mail => mail.IsAnnouncement && (mail.State is "Queued" or "Refused"))
        .ToLookup(mail => (mail.ConferenceId, mail.HospitalId, mail.Address.ToUpperInvariant()));

    public (Guid, string, string) Recipient => (ConferenceId, HospitalId, Address.ToUpperInvariant());

    private static IEnumerable<Told> Newest(IEnumerable<Told> all) =>
        all.GroupBy(told => told.Recipient).Select(group => group.OrderBy(told => told.Revision).ThenBy(told => told.Stamp).Last());
}
