using Conference.Audit.Report;
using Conference.Audit.Stores;

namespace Conference.Audit.Invariants;

/// <summary>An open poll: Booking holds the candidates that hospitals are asked about, and each hospital's marks count.</summary>
internal sealed class PollsAgree : IInvariant
{
    private static readonly Text Todo = new(
        "会議の日時の変更（再調整）で候補を取り直すか、会議の画面で候補を決定してください。",
        "Take candidates anew by moving the conference, or decide on one on its page.");

    private static readonly Text EnterAgain = new("会議の画面でこの施設の印を代わりに入力し直してください。", "Enter the hospital's marks again on the conference's page.");

    public string Code => "polls";

    public Text Title { get; } = new("候補日調整の候補と施設の印（○△×）が、会議・予約・案内で一致している", "Candidates and marks of open polls agree between conference, Booking and Invitations");

    public void Check(Picture picture, Results results)
    {
        var votes = picture.Invitations.Votes.ToLookup(vote => vote.ConferenceId);
        foreach (var conference in picture.Requests.Conferences.Values)
        {
            if (conference is not { Poll: { } poll, State: "Polling" or "Unplaced" } || !poll.Held.Any())
                continue;
            results.Look(poll.Candidates.Count);
            CheckCandidates(conference, poll, picture, results);
            foreach (var vote in votes[conference.ConferenceId].Where(vote => vote.Revision == poll.Revision && conference.Request.Participants.Any(hospital => hospital.HospitalId == vote.HospitalId)))
                CheckVote(vote, poll, results);
        }
    }

    private static void CheckCandidates(Lifecycle conference, Poll poll, Picture picture, Results results)
    {
        var (held, asked) = (poll.Held.ToHashSet(), picture.Invitations.Polls.GetValueOrDefault(conference.ConferenceId));
        var booked = picture.Booking.Candidates[conference.ConferenceId].Select(candidate => candidate.Start).ToHashSet();
        foreach (var start in held.Except(booked))
            results.Find(conference.ConferenceId, new($"会議の候補 {start.At()} は予約に押さえられていません。", $"Candidate {start.At()} of the conference is not held by Booking."), Todo);
        foreach (var start in booked.Except(held))
            results.Find(conference.ConferenceId, new($"予約の候補 {start.At()} は会議の候補ではありません。", $"Booking holds candidate {start.At()}, which is none of the conference's."), Todo);
        // While the question is on its way, the sweep asks again.
        if (conference is { State: "Polling", PendingSince: null } && (asked is null || asked.Ended || asked.Revision != poll.Revision))
            results.Find(conference.ConferenceId, new($"第 {poll.Revision} 版の候補が施設に案内されていません（{Asked(asked)}）。", $"Hospitals are not asked about the candidates of revision {poll.Revision} ({(asked is null ? "nothing" : $"revision {asked.Revision}{(asked.Ended ? ", ended" : "")}")})."), Todo);
    }

    private static string Asked(AskedPoll? asked) => asked is null ? "案内なし" : $"第 {asked.Revision} 版{(asked.Ended ? "・終了" : "")}";

    private static void CheckVote(StandingVote vote, Poll poll, Results results)
    {
        results.Look();
        var counted = poll.Votes.FirstOrDefault(other => other.HospitalId == vote.HospitalId);
        if (counted is not null && (counted.VotedAt.IsAfter(vote.VotedAt) || counted.Marks.ToHashSet().SetEquals(vote.Marks)))
            return;
        results.Find(
            vote.ConferenceId,
            new($"{vote.HospitalId} の印（{vote.VotedAt.At()}）が会議に反映されていません（{counted?.VotedAt.At() ?? "印なし"}）。", $"The marks of {vote.HospitalId} ({vote.VotedAt.At()}) do not count in the conference ({counted?.VotedAt.At() ?? "no marks"})."),
            EnterAgain);
    }
}
