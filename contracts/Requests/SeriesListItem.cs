namespace Conference.Contracts.Requests;

/// <summary>One line of <c>GET /api/series</c>.</summary>
public sealed record SeriesListItem
{
    /// <summary>The series.</summary>
    public required Guid SeriesId { get; init; }

    /// <summary>Number for people.</summary>
    public required string Number { get; init; }

    /// <summary>State by its name: <c>Running</c>.</summary>
    public required string State { get; init; }

    /// <summary>Title as other services may show it.</summary>
    public required string Title { get; init; }

    /// <summary>Kind.</summary>
    public required ConferenceKind Kind { get; init; }

    /// <summary>The hospital that holds it.</summary>
    public required string HostHospitalId { get; init; }

    /// <summary>The rule in words.</summary>
    public required Remark InWords { get; init; }

    /// <summary>Conferences that it has, those called off left out.</summary>
    public required int Conferences { get; init; }

    /// <summary>Those for which no time was found.</summary>
    public required int Unplaced { get; init; }

    /// <summary>The next one's start; null when there is none.</summary>
    public DateTimeOffset? Next { get; init; }
}
