using Conference.Platform.Problems;

namespace Conference.Invitations.Polls;

/// <summary>What a vote can be answered with when it cannot be taken.</summary>
internal static class PollFaults
{
    public static IResult Closed() => Problem.Gone(new Fault(
        "", "poll_closed",
        "候補日の回答受付は終わりました。ご都合が変わった場合は主催施設にご連絡ください。",
        "This poll is closed. If your plans have changed, please contact the host."));

    public static IResult Changed() => Problem.Conflict(new Fault(
        "revision", "candidates_changed",
        "ご覧の後に候補日が変わりました。新しい候補日を確認して、もう一度ご回答ください。",
        "The candidates were changed since you opened this page. Check them and answer again."));

    public static IResult NoPoll() => Problem.NotFound(new Fault(
        "id", "no_poll", "この会議では候補日調整をしていません。", "There is no poll for this conference."));
}
