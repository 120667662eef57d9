using Conference.Contracts.Invitations;

namespace Conference.Invitations.Ledger;

/// <summary>Which contacts do not know what stands now, while nobody else of their hospital does either and it has not answered that.</summary>
internal static class UnawareContact
{
    public static List<(MailThread Thread, Lacking Lacks)> Among(List<MailThread> threads, AnnouncedConference conference, IReadOnlySet<string> byAnswer)
    {
        var aware = threads.Where(thread => Knows(thread, conference)).Select(thread => thread.HospitalId).Concat(byAnswer).ToHashSet();
        return [.. threads.Where(thread => !aware.Contains(thread.HospitalId))
            .Select(thread => (Thread: thread, Lacks: Of(thread, conference)))
            .Where(found => found.Lacks is not null).Select(found => (found.Thread, found.Lacks!.Value))];
    }

    // An address that was corrected has been told this revision too, and then that it is off.
    private static bool Knows(MailThread thread, AnnouncedConference conference) =>
        ToldLast(thread) is { } told && told.Revision == conference.Revision && (told.Kind != MailKind.Cancellation || !conference.IsLive);

    private static MailTrace? ToldLast(MailThread thread) => thread.Mails.LastOrDefault(mail => mail.IsAnnouncement && mail.State == MailState.Sent);

    private static Lacking? Of(MailThread thread, AnnouncedConference conference)
    {
        if (thread.Mails.LastOrDefault(mail => mail.IsAnnouncement && mail.Revision == conference.Revision) is not { } newest)
            return null;
        var told = ToldLast(thread);
        var cameToNothing = newest.State is MailState.Refused or MailState.Bounced;
        return (told, newest) switch
        {
            ({ Kind: not MailKind.Cancellation }, { Kind: MailKind.Cancellation }) when cameToNothing => Lacking.End,
            ({ Kind: not MailKind.Cancellation } old, { Kind: not MailKind.Cancellation }) when conference.IsLive && (old.Start != newest.Start || old.End != newest.End) => Lacking.NewTime,
            // While the server is away everybody waits for the first invitation, the ones who could pass it on as well.
            (null or { Kind: MailKind.Cancellation }, { Kind: not MailKind.Cancellation }) when cameToNothing => Lacking.Invitation,
            _ => null,
        };
    }
}
