using Conference.Audit.Report;

namespace Conference.Audit.Invariants;

/// <summary>The answer that Invitations took from a hospital is the one that the lifecycle counts.</summary>
internal sealed class AnswersCount : IInvariant
{
    public string Code => "answers";

    public Text Title { get; } = new("施設の回答が会議の状態に反映されている", "Every hospital's answer counts in its conference");

    public void Check(Picture picture, Results results)
    {
        results.Look(picture.Invitations.Answers.Count);
        foreach (var answer in picture.Invitations.Answers)
        {
            if (picture.Requests.Conferences.GetValueOrDefault(answer.ConferenceId) is not { State: "AwaitingReplies" or "Confirmed" or "Unplaced" } conference)
                continue;
            // A hospital that an amendment took off the list answers for nothing.
            if (conference.Slot?.Sites.Any(site => site.HospitalId == answer.HospitalId) != true)
                continue;
            var counted = conference.Replies.FirstOrDefault(reply => reply.HospitalId == answer.HospitalId);
            if (string.Equals(counted?.Answer, answer.Answer, StringComparison.OrdinalIgnoreCase) || (counted is not null && counted.At.IsAfter(answer.At)))
                continue;
            results.Find(
                answer.ConferenceId,
                new($"{answer.HospitalId} の回答 {answer.Answer}（{answer.At.At()}）が会議に反映されていません（{counted?.Answer ?? "回答なし"}）。", $"The answer of {answer.HospitalId}, {answer.Answer} ({answer.At.At()}), does not count in the conference ({counted?.Answer ?? "no answer"})."),
                new("会議の画面でこの施設の回答を代わりに入力し直してください。", "Enter the hospital's answer again on the conference's page."));
        }
    }
}
