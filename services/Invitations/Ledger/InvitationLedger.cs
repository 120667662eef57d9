using Conference.Contracts.Invitations;
using Conference.Invitations.Answers;
using Conference.Platform.Authorization;

namespace Conference.Invitations.Ledger;

/// <summary>One line of the ledger, worked out from the mails: there is nothing beside them that could disagree.</summary>
internal static class InvitationLedger
{
    public static InvitationView View(
        AnnouncedConference conference, IReadOnlyList<MailTrace> mails, StandingAnswer? answer, bool awareByAnswer, DateTimeOffset? openedAt, string? delegated, Caller caller)
    {
        // A contact whose address was corrected has a thread at each: the one that counts is where it is invited.
        var threads = MailThread.Of(mails.Where(mail => mail.IsAnnouncement)).OrderBy(thread => thread.Newest.Revision).ThenBy(thread => thread.Newest.QueuedAt).ToList();
        var thread = threads.FindLast(one => one.Newest.Kind != MailKind.Cancellation) ?? threads[^1];
        var newest = thread.Newest;
        var told = thread.Mails.Where(mail => mail.Revision == newest.Revision).ToList();
        var named = caller.May(Permission.ReadContacts, newest.HospitalId);
        return new InvitationView
        {
            HospitalId = newest.HospitalId,
            ContactId = newest.ContactId,
            ContactName = named ? newest.ContactName : "",
            Email = named ? newest.Address : "",
            Revision = newest.Revision,
            SentAt = told.LastOrDefault(mail => mail.State == MailState.Sent)?.SentAt,
            // Who was told the revision by any mail knows of it.
            State = (told.Find(mail => mail.State == MailState.Sent) ?? newest).State,
            Error = named && told.TrueForAll(mail => mail.State != MailState.Sent) ? newest.Error : null,
            OpenedAt = openedAt,
            OpenedRevision = mails.Where(mail => mail.IsAnnouncement && mail.QueuedAt <= openedAt).Select(mail => (int?)mail.Revision).Max(),
            Answer = answer?.Answer,
            AnsweredRevision = answer?.Revision,
            Channel = answer?.Channel,
            AnsweredAt = answer?.AnsweredAt,
            DelegatedTo = named || delegated is null ? delegated : "",
            HoldsOldTime = !awareByAnswer && threads.Exists(one => HoldsOldTime(conference, one)),
        };
    }

    private static bool HoldsOldTime(AnnouncedConference conference, MailThread thread)
    {
        if (thread.Mails.LastOrDefault(mail => mail.State == MailState.Sent) is not { Kind: not MailKind.Cancellation } told)
            return false;
        return !conference.IsLive || told.Start != conference.Brief!.Start || told.End != conference.Brief.End;
    }
}
