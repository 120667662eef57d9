using System.Globalization;
using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Platform.Storage;
using Conference.Platform.Time;
using Conference.Requests.Requesting;
using Conference.Requests.Storage;

namespace Conference.Requests.Series;

/// <summary>What all acts on a series have in common: it must be there, the host within the caller's scope, and the occurrences named.</summary>
internal sealed class SeriesActing(RequestsStore store, NetworkTime network, TimeProvider clock)
{
    public async Task<(SeriesFile? File, IResult? Refusal)> OpenAsync(Guid id, Caller caller, CancellationToken cancellationToken)
    {
        if (await SeriesFile.FindAsync(store, id, cancellationToken) is not { } file)
            return (null, ShowSeriesEndpoint.NotFound());
        return caller.May(Permission.ManageConferences, file.Series.Request.HostHospitalId)
            ? (file, null)
            : (null, Problem.Forbidden(new Fault("", "host_out_of_scope", "この定例を操作する権限がありません（主催施設の担当者だけが操作できます）。", "You may not act on this series: that is for the host's coordinators.")));
    }

    /// <summary>The occurrences that an act is about.</summary>
    public static IReadOnlyList<FiledOccurrence> Chosen(SeriesFile file, string? scope, string? from, FaultList faults)
    {
        var chosen = faults.Code<SeriesScope>("scope", scope);
        var named = DateTimeOffset.TryParse(from, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            ? file.Occurrences.FirstOrDefault(occurrence => occurrence.Occurrence.OriginalStart == start)
            : null;
        if (chosen != SeriesScope.All && named is null)
            faults.Add("from", "no_such_occurrence", "対象の回を指定してください（originalStart）。", "Name the occurrence by its originalStart.");
        if (faults.Any)
            return [];
        return chosen switch
        {
            SeriesScope.All => file.Occurrences,
            SeriesScope.Following => [.. file.Occurrences.Where(occurrence => occurrence.Occurrence.OriginalStart >= start)],
            _ => [named!],
        };
    }

    /// <summary>
    /// Reads the series once more within the transaction and keeps others from it until that ends: its rule and its history
    /// are written whole, and what another act has added since must stay in them.
    /// </summary>
    public async Task TakeTurnAsync(ConferenceSeries series, CancellationToken cancellationToken)
    {
        await store.OneAtATimeAsync($"series {series.SeriesId}", cancellationToken);
        await store.Entry(series).ReloadAsync(cancellationToken);
    }

    /// <summary>Writes what was done to the series' own history.</summary>
    public void Note(ConferenceSeries series, Caller caller, Remark what)
    {
        store.Concerns("seriesId", series.SeriesId);
        series.Changes = [.. series.Changes, new SeriesChange { At = clock.GetUtcNow(), By = caller.Name, What = what }];
    }

    /// <summary>From which day on and how many, for the history.</summary>
    public (string Ja, string En) Named(IReadOnlyList<FiledOccurrence> acted)
    {
        var day = network.DayOf(acted[0].Start ?? acted[0].Occurrence.OriginalStart);
        return acted.Count == 1
            ? ($"{day.Year}年{day.Month}月{day.Day}日の回", day.ToString("d MMM yyyy", CultureInfo.InvariantCulture))
            : ($"{day.Year}年{day.Month}月{day.Day}日以降の {acted.Count} 回", $"{acted.Count} from {day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)} on");
    }
}
