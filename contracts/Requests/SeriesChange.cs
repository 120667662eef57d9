namespace Conference.Contracts.Requests;

/// <summary>One act on a series, for its history.</summary>
public sealed record SeriesChange
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>What.</summary>
    public required Remark What { get; init; }
}
