using Conference.Audit.Report;
using Conference.Audit.Stores;

namespace Conference.Audit.Invariants;

/// <summary>Each date of a series has the conference that came of it and no other has one; together they are as far as the series says.</summary>
internal sealed class SeriesAgree : IInvariant
{
    private static readonly string[] Settled = ["Reserved", "Unplaced", "Cancelled"];

    public string Code => "series";

    public Text Title { get; } = new("定例の各回が会議と一致し、全体の状態に合っている", "Every occurrence of a series is a conference, and they are as far as the series says");

    public void Check(Picture picture, Results results)
    {
        var requests = picture.Requests;
        results.Look(requests.Occurrences.Count);
        var accepted = requests.Accepted.ToDictionary(request => request.ConferenceId, request => request.SeriesId);
        foreach (var occurrence in requests.Occurrences.Where(occurrence => occurrence.ConferenceId is not null))
        {
            var id = occurrence.ConferenceId!.Value;
            if (!accepted.TryGetValue(id, out var of) || of != occurrence.SeriesId || requests.Conferences.GetValueOrDefault(id) is { } conference && conference.SeriesId != occurrence.SeriesId)
                results.Find(id, new($"定例 {occurrence.SeriesId} の回 {occurrence.OriginalStart.At()} ですが、会議はその定例のものではありません。", $"It is occurrence {occurrence.OriginalStart.At()} of series {occurrence.SeriesId}, but the conference is not of that series."), Advice.StopAndCall);
        }

        var known = requests.Occurrences.Select(occurrence => occurrence.ConferenceId).OfType<Guid>().ToHashSet();
        foreach (var stray in requests.Accepted.Where(request => request.SeriesId is not null && !known.Contains(request.ConferenceId)))
            results.Find(stray.ConferenceId, new($"定例 {stray.SeriesId} の会議ですが、その回の一覧にありません。", $"It is of series {stray.SeriesId}, but none of its occurrences."), Advice.StopAndCall);

        var conferences = requests.Occurrences.ToLookup(occurrence => occurrence.SeriesId, occurrence => occurrence.ConferenceId is { } id ? requests.Conferences.GetValueOrDefault(id) : null);
        foreach (var series in requests.Series)
            CheckState(series, [.. conferences[series.SeriesId].OfType<Lifecycle>()], requests, results);
    }

    private static void CheckState(Series series, List<Lifecycle> conferences, RequestsTables requests, Results results)
    {
        var wanted = requests.Occurrences.Count(occurrence => occurrence.SeriesId == series.SeriesId && occurrence.ConferenceId is not null);
        if (wanted == 0)
            results.Find(null, new($"定例 {series.Number} に会議が一つもありません。", $"Series {series.Number} has no conference at all."), Advice.StopAndCall);
        else if (series.State == "Gathering" && conferences.Count == wanted && conferences.TrueForAll(conference => Settled.Contains(conference.State)))
            results.Find(null, new($"定例 {series.Number} は全回の調整が済んでいるのに、案内も中止もされていません。", $"All of series {series.Number} is settled, but it was neither invited nor given back."), Advice.LookAtMessages);
        // What a coordinator made of an occurrence of a series that failed is a conference like any other.
        foreach (var left in conferences.Where(conference => series.State != "Gathering" && conference.State == "Reserved"))
            results.Find(left.ConferenceId, new($"定例 {series.Number} は {series.State} ですが、この回は枠を押さえたまま案内も中止もされていません。", $"Series {series.Number} is {series.State}, but this occurrence still waits for the others."), Advice.LookAtMessages);
    }
}
