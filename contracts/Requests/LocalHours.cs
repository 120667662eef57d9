namespace Conference.Contracts.Requests;

/// <summary>When on a day a conference may be, in the network's time zone.</summary>
public sealed record LocalHours
{
    /// <summary>Earliest start. Default 17:00.</summary>
    public TimeOnly From { get; init; } = new(17, 0);

    /// <summary>Latest end. Default 20:00. After <see cref="From"/>.</summary>
    public TimeOnly To { get; init; } = new(20, 0);

    /// <summary>Days of the week, at least one. Default Monday to Friday.</summary>
    public IReadOnlyList<Weekday> Days { get; init; } = [Weekday.Mon, Weekday.Tue, Weekday.Wed, Weekday.Thu, Weekday.Fri];

    /// <summary>Leave out national holidays and 29 December to 3 January. Default true.</summary>
    public bool SkipHolidays { get; init; } = true;
}
