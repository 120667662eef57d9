using Conference.Audit.Report;
using Conference.Audit.Stores;

namespace Conference.Audit.Invariants;

/// <summary>
/// One revision comes to one address as a new event at most once, and what comes later is newer to a calendar program:
/// neither SEQUENCE nor DTSTAMP goes back.
/// </summary>
internal sealed class NothingIsAnnouncedTwice : IInvariant
{
    public string Code => "once";

    public Text Title { get; } = new("同じ版が同じ宛先に新しい予定として二度案内されていない", "No revision was announced twice as a new event to one address");

    public void Check(Picture picture, Results results)
    {
        var sent = picture.Invitations.Mails.Where(mail => mail.IsAnnouncement && mail.State == "Sent").ToList();
        results.Look(sent.Count);
        foreach (var thread in sent.GroupBy(mail => (mail.ConferenceId, mail.HospitalId, Address: mail.Address.ToUpperInvariant())))
        {
            foreach (var twice in thread.Where(mail => mail is { Kind: "Invitation", Asked: false }).GroupBy(mail => mail.Revision).Where(mails => mails.Count() > 1))
                Twice(thread.Key.ConferenceId, $"{twice.First().Address}", twice.Key, twice.Count(), results);
            CheckOrder(thread.Key.ConferenceId, [.. thread.OrderBy(mail => mail.QueuedAt)], results);
        }

        CheckFiles(picture, results);
    }

    private static void CheckOrder(Guid conferenceId, List<LedgerMail> mails, Results results)
    {
        foreach (var (earlier, later) in mails.Zip(mails.Skip(1)).Where(pair => pair.Second.Revision < pair.First.Revision || pair.Second.QueuedAt == pair.First.QueuedAt))
        {
            results.Find(
                conferenceId,
                new($"{later.Address} への {later.Kind}（第 {later.Revision} 版 {later.QueuedAt.At()}）は、先の第 {earlier.Revision} 版 {earlier.QueuedAt.At()} より新しくないため、予定表に取り込まれません。", $"The {later.Kind} to {later.Address} (revision {later.Revision}, {later.QueuedAt.At()}) is not newer than revision {earlier.Revision}, {earlier.QueuedAt.At()}: calendars ignore it."),
                Advice.TellAgain);
        }
    }

    // The files by themselves: a ledger that had forgotten a mail would not hide it.
    private static void CheckFiles(Picture picture, Results results)
    {
        var kinds = picture.Invitations.Mails.ToDictionary(mail => mail.MailId, mail => (mail.Kind, mail.Asked, mail.HospitalId));
        var events = (picture.Mails ?? [])
            .Where(file => file is { Happening: { Cancels: false, ConferenceId: not null }, MailId: { } id } && (!kinds.TryGetValue(id, out var mail) || mail is { Kind: "Invitation", Asked: false }))
            .GroupBy(file => (file.Happening!.ConferenceId, file.Happening.Sequence, To: file.To.ToUpperInvariant(), kinds.GetValueOrDefault(file.MailId!.Value).HospitalId));
        foreach (var twice in events.Where(files => files.Select(file => file.MailId).Distinct().Count() > 1))
            Twice(twice.Key.ConferenceId!.Value, twice.First().To, twice.Key.Sequence, twice.Count(), results);
    }

    private static void Twice(Guid conferenceId, string address, int revision, int times, Results results) => results.Find(
        conferenceId,
        new($"第 {revision} 版が {address} に {times} 回、新しい予定として案内されています。", $"Revision {revision} was announced {times} times as a new event to {address}."),
        new("宛先に重複をおわびし、開発元に連絡してください。", "Apologise to the recipient for the repetition and report it to the developers."));
}
