using Conference.Platform.Problems;

namespace Conference.Invitations.Ledger;

internal static class LedgerFaults
{
    public static IResult NoConference() => Problem.NotFound(new Fault(
        "id", "conference_not_found", "カンファレンスが見つかりません。", "There is no such conference."));

    public static IResult NoMail() => Problem.NotFound(new Fault(
        "id", "mail_not_found", "メールが見つかりません。", "There is no such mail."));
}
