namespace Conference.Requests.Series;

/// <summary>An occurrence that waits for the others is settled: look whether all are. Sent by the lifecycle, taken by this service.</summary>
public sealed record SettleSeries
{
    /// <summary>The series.</summary>
    public required Guid SeriesId { get; init; }
}
