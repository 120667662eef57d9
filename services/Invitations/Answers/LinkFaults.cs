using Conference.Platform.Problems;

namespace Conference.Invitations.Answers;

/// <summary>What a link can be answered with when it cannot be used.</summary>
internal static class LinkFaults
{
    /// <summary>Why a hospital cannot say anything to the revision that it was shown; null when it can.</summary>
    public static IResult? Of(AskedHospital asked, int revision, DateTimeOffset now) => asked switch
    {
        { Asked: false } => Cancelled(),
        _ when asked.Conference.IsOver(now) => Over(),
        _ when revision != asked.Conference.Revision => TimeChanged(),
        _ => null,
    };

    public static IResult Invalid() => Problem.NotFound(new Fault(
        "token", "link_invalid",
        "このリンクは正しくありません。メールのリンク全体を開いてください。",
        "This link is not valid. Open the whole link from the mail."));

    public static IResult Expired() => Problem.Gone(new Fault(
        "token", "link_expired",
        "このリンクの有効期限が切れています。事務局にご連絡ください。",
        "This link has expired. Please contact the conference desk."));

    public static IResult Cancelled() => Problem.Gone(new Fault(
        "", "conference_cancelled",
        "このカンファレンスは中止されたか、ご案内が取り消されています。回答の必要はありません。",
        "This conference, or your invitation to it, has been cancelled. No answer is needed."));

    public static IResult Over() => Problem.Gone(new Fault(
        "", "conference_over",
        "このカンファレンスは終了しました。回答の受付は終わっています。",
        "This conference is over. Answers are no longer taken."));

    public static IResult TimeChanged() => Problem.Conflict(new Fault(
        "revision", "time_changed",
        "ご覧の後に日時が変更されました。新しい日時を確認して、もう一度ご回答ください。",
        "The time was changed since you opened this page. Check the new time and answer again."));
}
