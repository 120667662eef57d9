namespace Conference.Contracts.Hospitals;

/// <summary>Body of <c>PUT /api/sites/{siteId}/closures</c>: all closures of the site as they shall stand.</summary>
public sealed record ClosuresEntry
{
    /// <summary>One-off closures, up to 500.</summary>
    public IReadOnlyList<ClosureEntry>? Closures { get; init; }

    /// <summary>Closures of every week, up to 50.</summary>
    public IReadOnlyList<WeeklyClosureEntry>? Weekly { get; init; }

    /// <summary>Whether it is closed on national holidays and from 29 December to 3 January. Default false.</summary>
    public bool? ClosedOnHolidays { get; init; }
}

/// <summary>One one-off closure.</summary>
public sealed record ClosureEntry
{
    /// <summary>First moment; required.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>End, exclusive; required, after <see cref="From"/>.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Why, up to 100 characters; required.</summary>
    public string? Reason { get; init; }
}

/// <summary>One closure of every week, in the network's time zone.</summary>
public sealed record WeeklyClosureEntry
{
    /// <summary>Code of the day (<c>mon</c>); required.</summary>
    public string? Day { get; init; }

    /// <summary>Start; required.</summary>
    public TimeOnly? From { get; init; }

    /// <summary>End, exclusive; required, after <see cref="From"/>; 00:00 means the end of the day.</summary>
    public TimeOnly? To { get; init; }

    /// <summary>Why, up to 100 characters; required.</summary>
    public string? Reason { get; init; }
}
