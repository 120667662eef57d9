using Conference.Audit.Report;

namespace Conference.Audit.Invariants;

/// <summary>Who waits for a slot is on Booking's list, under the revision at which an offer will be taken, and nobody else is.</summary>
internal sealed class WaitingAgrees : IInvariant
{
    private static readonly Text Todo = new(
        "会議の画面で「空きを待つ」をいったん外し、もう一度付けてください。続くようなら開発元に連絡してください。",
        "On the conference's page let it wait no longer, then wait again; if it comes back, report it to the developers.");

    public string Code => "waiting";

    public Text Title { get; } = new("空きを待つ会議が、予約の待ち一覧に正しく載っている", "Booking's waiting list agrees with the conferences that wait");

    public void Check(Picture picture, Results results)
    {
        var (conferences, list) = (picture.Requests.Conferences, picture.Booking.Waiting);
        results.Look(list.Count);
        // Booking takes a conference off by itself once its time is over.
        foreach (var conference in conferences.Values.Where(conference => conference.Waits && !conference.Request.MayBeOver(picture.At)))
        {
            results.Look();
            if (!list.TryGetValue(conference.ConferenceId, out var waiting))
                results.Find(conference.ConferenceId, new($"{conference.WaitingSince!.Value.At()} から空きを待っていますが、待ち一覧にありません。", $"It has waited for a slot since {conference.WaitingSince!.Value.At()}, but is not on the waiting list."), Todo);
            else if (waiting.Revision != conference.Attempt)
                results.Find(conference.ConferenceId, new($"待ち一覧では第 {waiting.Revision} 版ですが、会議が受け取れるのは第 {conference.Attempt} 版です。", $"It is on the waiting list with revision {waiting.Revision}, but takes an offer at {conference.Attempt} only."), Todo);
        }

        foreach (var id in list.Keys)
        {
            if (conferences.GetValueOrDefault(id) is not { } conference)
                results.Find(id, new("待ち一覧にだけある会議です。", "Only the waiting list knows this conference."), Advice.StopAndCall);
            else if (!conference.Waits && !conference.IsPassing)
                results.Find(id, new($"会議は {conference.State} で空きを待っていないのに、待ち一覧に残っています。", $"It is {conference.State} and waits for nothing, but is on the waiting list."), Advice.StopAndCall);
        }
    }
}
