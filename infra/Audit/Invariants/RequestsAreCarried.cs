using Conference.Audit.Report;
using Conference.Audit.Stores;

namespace Conference.Audit.Invariants;

/// <summary>Every request that was answered 202 has a lifecycle, in a state that its timeline leads to, and none hangs.</summary>
internal sealed class RequestsAreCarried : IInvariant
{
    public string Code => "requests";

    public Text Title { get; } = new("受け付けた依頼はすべて、履歴で説明のつく状態にある", "Every accepted request is in a state that its history explains");

    public void Check(Picture picture, Results results)
    {
        var conferences = picture.Requests.Conferences;
        results.Look(picture.Requests.Accepted.Count);
        foreach (var accepted in picture.Requests.Accepted.Where(accepted => !conferences.ContainsKey(accepted.ConferenceId)))
        {
            results.Find(
                accepted.ConferenceId,
                new($"{accepted.RequestedAt.At()} に受け付けた依頼 {accepted.Number} の調整が始まっていません。", $"Request {accepted.Number}, accepted {accepted.RequestedAt.At()}, was never taken up."),
                Advice.LookAtMessages);
        }

        var known = picture.Requests.Accepted.Select(accepted => accepted.ConferenceId).ToHashSet();
        foreach (var conference in conferences.Values)
        {
            if (!known.Contains(conference.ConferenceId))
                results.Find(conference.ConferenceId, new("依頼の記録がない会議です。", "The conference was never accepted as a request."), Advice.StopAndCall);
            CheckHistory(conference, [.. picture.Requests.Timeline[conference.ConferenceId]], results);
            if (conference.IsPassing)
                CheckPassing(conference, picture, results);
        }
    }

    private static void CheckHistory(Lifecycle conference, List<Step> steps, Results results)
    {
        var at = (string?)null;
        foreach (var step in steps)
        {
            if (step.From != at || (at is "Completed" or "Cancelled" && step.To != at))
            {
                results.Find(
                    conference.ConferenceId,
                    new($"履歴が続いていません（{step.At.At()}：{at ?? "開始前"} の次が {step.From ?? "開始前"} → {step.To}）。", $"The history has a gap ({step.At.At()}: after {at ?? "the beginning"} comes {step.From ?? "the beginning"} → {step.To})."),
                    Advice.StopAndCall);
            }

            at = step.To;
        }

        if (at != conference.State || steps[^1].Revision != conference.Revision)
        {
            results.Find(
                conference.ConferenceId,
                new($"状態は {conference.State}（第 {conference.Revision} 版）ですが、履歴は {at ?? "空"} で終わっています。", $"The state is {conference.State} (revision {conference.Revision}), but its history ends with {at ?? "nothing"}."),
                Advice.StopAndCall);
        }
    }

    // Asking again renews the mark of the sweep: since when it really waits, the history says.
    private static void CheckPassing(Lifecycle conference, Picture picture, Results results)
    {
        var since = picture.Requests.Timeline[conference.ConferenceId].LastOrDefault(step => step.From != step.To)?.At ?? conference.PendingSince;
        if (since is { } entered && picture.IsLate(entered))
        {
            results.Find(
                conference.ConferenceId,
                new($"{entered.At()} から {conference.State} のまま進んでいません。", $"It has been {conference.State} since {entered.At()}."),
                Advice.LookAtMessages);
        }

        if (conference.PendingSince is null)
        {
            results.Find(
                conference.ConferenceId,
                new($"{conference.State} ですが、再送の対象になっていません。", $"It is {conference.State}, but nothing will ask again for it."),
                Advice.StopAndCall);
        }
    }
}
