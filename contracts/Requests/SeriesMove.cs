namespace Conference.Contracts.Requests;

/// <summary>That occurrences of a series were moved to another day of their week, or to another time of day.</summary>
public sealed record SeriesMove
{
    /// <summary>Original start of the first occurrence that it is about; all after it are.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The day of the same week; null where only the time changed.</summary>
    public Weekday? Day { get; init; }

    /// <summary>The time of day by the network's clock; null where only the day changed.</summary>
    public TimeOnly? Time { get; init; }
}
