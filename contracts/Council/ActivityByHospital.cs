namespace Conference.Contracts.Council;

/// <summary>One hospital's part.</summary>
public sealed record ActivityByHospital
{
    /// <summary>The hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Conferences it held.</summary>
    public required int Hosted { get; init; }

    /// <summary>Conferences it took part in, its own included.</summary>
    public required int Attended { get; init; }

    /// <summary>Its people who took part.</summary>
    public required int People { get; init; }
}
