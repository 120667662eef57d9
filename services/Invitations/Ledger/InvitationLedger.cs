using Conference.Contracts.Invitations;
using Conference.Invitations.Answers;
using Conference.Platform.Authorization;

namespace Conference.Invitations.Ledger;

/// <summary>One line of the ledger, worked out from the mails: there is nothing beside them that could disagree.</summary>
internal static class InvitationLedger
{
    public static InvitationView View(
        AnnouncedConference conference, IReadOnlyList<MailTrace> mails, StandingAnswer? answer, DateTimeOffset? openedAt, Caller caller)
    {
        var announcements = mails.Where(mail => mail.IsAnnouncement).OrderBy(mail => mail.Revision).ThenBy(mail => mail.QueuedAt).ToList();
        var newest = announcements[^1];
        var named = caller.May(Permission.ReadContacts, newest.HospitalId);
        return new InvitationView
        {
            HospitalId = newest.HospitalId,
            ContactId = newest.ContactId,
            ContactName = named ? newest.ContactName : "",
            Email = named ? newest.Address : "",
            Revision = newest.Revision,
            SentAt = announcements.LastOrDefault(mail => mail.Revision == newest.Revision && mail.State == MailState.Sent)?.SentAt,
            OpenedAt = openedAt,
            Answer = answer?.Answer,
            AnsweredRevision = answer?.Revision,
            Channel = answer?.Channel,
            AnsweredAt = answer?.AnsweredAt,
            HoldsOldTime = HoldsOldTime(conference, announcements),
        };
    }

    private static bool HoldsOldTime(AnnouncedConference conference, List<MailTrace> announcements)
    {
        if (announcements.FindLast(mail => mail.State == MailState.Sent) is not { Kind: not MailKind.Cancellation } told)
            return false;
        return !conference.IsLive || told.Start != conference.Brief!.Start || told.End != conference.Brief.End;
    }
}
