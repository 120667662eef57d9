namespace Conference.Audit.Stores;

/// <summary>A series and how far it is as a whole.</summary>
internal sealed record Series(Guid SeriesId, string Number, string State);

/// <summary>One date of a series, and the conference that came of it; null where it was left out.</summary>
internal sealed record Occurrence(Guid SeriesId, DateTimeOffset OriginalStart, Guid? ConferenceId);

/// <summary>What the audit reads of the series in Requests.</summary>
internal static class SeriesTables
{
    private const string SeriesSql = "SELECT series_id, number, state FROM series";

    private const string OccurrencesSql = "SELECT series_id, original_start, conference_id FROM series_occurrences ORDER BY series_id, original_start";

    public static async Task<(IReadOnlyList<Series> Series, IReadOnlyList<Occurrence> Occurrences)> ReadAsync(Store store, CancellationToken cancellationToken) =>
        (await store.ListAsync(SeriesSql, row => new Series(row.Id(0), row.Text(1), row.Text(2)), cancellationToken),
            await store.ListAsync(OccurrencesSql, row => new Occurrence(row.Id(0), row.Time(1), row.IdOrNull(2)), cancellationToken));
}
