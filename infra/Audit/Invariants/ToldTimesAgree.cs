using Conference.Audit.Report;
using Conference.Audit.Stores;

namespace Conference.Audit.Invariants;

/// <summary>
/// What each hospital was told last, by the ledger and by the mails themselves, is the time that Booking keeps; and
/// every hospital that takes part was told at all.
/// </summary>
internal sealed class ToldTimesAgree : IInvariant
{
    public string Code => "told";

    public Text Title { get; } = new("台帳・メール・予約の日時が、すべての施設について一致している", "Ledger, mails and Booking agree on the time for every hospital");

    public void Check(Picture picture, Results results)
    {
        var byLedger = Told.ByLedger(picture).ToList();
        var byMails = Told.ByMails(picture).ToList();
        var onTheWay = Told.OnTheWay(picture);
        results.Look(byLedger.Count + byMails.Count);
        foreach (var told in byLedger)
            CheckTold(told, "台帳", "the ledger", picture, onTheWay, results);
        foreach (var told in byMails)
            CheckTold(told, "メール", "the mail", picture, onTheWay, results);

        var reached = byLedger.ToLookup(told => told.ConferenceId);
        var waiting = onTheWay.SelectMany(mails => mails).ToLookup(mail => mail.ConferenceId);
        foreach (var conference in picture.Requests.Conferences.Values.Where(IsAnnounced))
        {
            CheckAnnounced(conference, picture, results);
            CheckReached(conference, [.. reached[conference.ConferenceId]], waiting, picture, results);
        }
    }

    private static bool IsAnnounced(Lifecycle conference) =>
        !conference.IsMoving && conference.Booked is not null && conference.InvitedRevision == conference.Revision;

    private static void CheckTold(Told told, string ja, string en, Picture picture, ILookup<(Guid, string, string), LedgerMail> onTheWay, Results results)
    {
        if (picture.Requests.Conferences.GetValueOrDefault(told.ConferenceId) is { IsMoving: true })
            return;
        var booking = picture.Booking.Bookings.GetValueOrDefault(told.ConferenceId);
        var agrees = told.Cancels || (booking is { HasSlot: true } && booking.Start == told.Start && booking.End == told.End);
        if (agrees)
            return;

        var booked = booking is { HasSlot: true } ? Wording.Span(booking.Start, booking.End) : null;
        var what = new Text(
            $"{ja}では {told.HospitalId}（{told.Address}）に第 {told.Revision} 版 {Wording.Span(told.Start, told.End)} と伝えていますが、予約は {booked ?? "ありません"}。",
            $"By {en}, {told.HospitalId} ({told.Address}) was told revision {told.Revision}, {Wording.Span(told.Start, told.End)}, but booked is {booked ?? "nothing"}.");
        // What waits or was refused is counted where mails are: here it explains why the old time stands.
        if (onTheWay[told.Recipient].Any(mail => mail.Revision > told.Revision || (mail.Revision == told.Revision && mail.QueuedAt > told.Stamp)))
            results.Explain(told.ConferenceId, what, Advice.TellAgain);
        else
            results.Find(told.ConferenceId, what, Advice.TellAgain, $"{en} {told.MailId}");
    }

    private static void CheckAnnounced(Lifecycle conference, Picture picture, Results results)
    {
        var slot = conference.Booked!;
        var announced = picture.Invitations.Conferences.GetValueOrDefault(conference.ConferenceId);
        if (announced is not { Cancelled: false, Brief: { } brief } || announced.Revision != conference.Revision || brief.Start != slot.Start || brief.End != slot.End)
        {
            results.Find(
                conference.ConferenceId,
                new($"案内の記録（第 {announced?.Revision ?? 0} 版）が会議の第 {conference.Revision} 版 {Wording.Span(slot.Start, slot.End)} と違います。", $"Invitations announces revision {announced?.Revision ?? 0}, not the conference's revision {conference.Revision}, {Wording.Span(slot.Start, slot.End)}."),
                Advice.LookAtMessages);
            return;
        }

        var missing = slot.Sites.Select(site => site.HospitalId).Except(picture.Invitations.Invited[conference.ConferenceId]).ToList();
        if (missing.Count > 0)
            results.Find(conference.ConferenceId, new($"枠に入っている {string.Join("、", missing)} が案内の対象になっていません。", $"{string.Join(", ", missing)} are in the slot but are not invited."), Advice.StopAndCall);
    }

    private static void CheckReached(Lifecycle conference, List<Told> reached, ILookup<Guid, LedgerMail> onTheWay, Picture picture, Results results)
    {
        var silent = picture.Invitations.WithoutContact[(conference.ConferenceId, conference.Revision)].ToHashSet();
        foreach (var hospital in conference.Booked!.Sites.Select(site => site.HospitalId).Distinct())
        {
            if (reached.Exists(told => told.HospitalId == hospital && !told.Cancels && told.Revision == conference.Revision))
                continue;
            var what = new Text($"{hospital} に第 {conference.Revision} 版の案内が届いていません。", $"{hospital} was not told revision {conference.Revision}.");
            if (silent.Contains(hospital) || onTheWay[conference.ConferenceId].Any(mail => mail.HospitalId == hospital && mail.Revision == conference.Revision))
                results.Explain(conference.ConferenceId, what, new("連絡先がないか、メールが未送信です。電話などで知らせてください。", "It has no contact, or its mail has not left: tell it by telephone."));
            else
                results.Find(conference.ConferenceId, what, Advice.TellAgain);
        }
    }
}
