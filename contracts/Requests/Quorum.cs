namespace Conference.Contracts.Requests;

/// <summary>When enough have accepted. The host counts as one that has.</summary>
public sealed record Quorum
{
    /// <summary>Hospitals that take part, the host included. Default 2, at least 1.</summary>
    public int MinimumHospitals { get; init; } = 2;

    /// <summary>Professions that should be present; a missing one warns and does not block (指針 2022).</summary>
    public IReadOnlyList<Profession> Professions { get; init; } = [];
}
