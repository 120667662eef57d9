namespace Conference.Contracts.Requests;

/// <summary>
/// When a conference would best be, in the network's time zone. Unlike <see cref="LocalHours"/> it rules nothing out: what lies
/// on these days and in these hours ranks higher.
/// </summary>
public sealed record PreferredTimes
{
    /// <summary>Earliest start preferred; null for any.</summary>
    public TimeOnly? From { get; init; }

    /// <summary>Latest end preferred, after <see cref="From"/>; null for any.</summary>
    public TimeOnly? To { get; init; }

    /// <summary>Days of the week preferred; none for any.</summary>
    public IReadOnlyList<Weekday> Days { get; init; } = [];
}
