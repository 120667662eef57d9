namespace Conference.Contracts.Hospitals;

/// <summary>Body of <c>PUT /api/hospitals/{hospitalId}/professions</c>: all professions that the hospital can bring to a conference.</summary>
public sealed record ProfessionsEntry
{
    /// <summary>One a profession; required, empty to bring none.</summary>
    public IReadOnlyList<ProfessionEntry?>? Professions { get; init; }
}

/// <summary>One profession.</summary>
public sealed record ProfessionEntry
{
    /// <summary>Code of the profession (<c>pathologist</c>); required, once each.</summary>
    public string? Profession { get; init; }

    /// <summary>Codes of the days (<c>mon</c>) on which it can come; required, at least one.</summary>
    public IReadOnlyList<string?>? Days { get; init; }
}
