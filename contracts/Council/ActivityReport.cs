namespace Conference.Contracts.Council;

/// <summary>Answer of <c>GET /api/reports/activity</c>: one fiscal year, April to March (実績報告).</summary>
public sealed record ActivityReport
{
    /// <summary>The year in which it begins.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>JIS code, or null for the nation.</summary>
    public string? Prefecture { get; init; }

    /// <summary>Conferences held.</summary>
    public required int Conferences { get; init; }

    /// <summary>Sites connected, counted once a conference.</summary>
    public required int Sites { get; init; }

    /// <summary>Conferences cancelled.</summary>
    public required int Cancelled { get; init; }

    /// <summary>By kind of conference.</summary>
    public required IReadOnlyList<ActivityByKind> ByKind { get; init; }

    /// <summary>People, by profession.</summary>
    public required IReadOnlyList<ActivityByProfession> ByProfession { get; init; }

    /// <summary>By hospital.</summary>
    public required IReadOnlyList<ActivityByHospital> ByHospital { get; init; }
}
