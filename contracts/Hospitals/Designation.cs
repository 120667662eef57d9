namespace Conference.Contracts.Hospitals;

/// <summary>A hospital's designation over a stretch of time.</summary>
public sealed record Designation
{
    /// <summary>How it was designated.</summary>
    public required HospitalKind Kind { get; init; }

    /// <summary>Its name then.</summary>
    public required string NameJa { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? To { get; init; }
}
