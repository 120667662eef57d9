namespace Conference.Contracts.Hospitals;

/// <summary>One hospital of <c>GET /api/hospitals</c>.</summary>
public sealed record HospitalListItem
{
    /// <summary>Registry code.</summary>
    public required string HospitalId { get; init; }

    /// <summary>Name.</summary>
    public required string NameJa { get; init; }

    /// <summary>Name in English.</summary>
    public required string NameEn { get; init; }

    /// <summary>Reading, katakana.</summary>
    public required string NameKana { get; init; }

    /// <summary>JIS code.</summary>
    public required string Prefecture { get; init; }

    /// <summary>Present designation.</summary>
    public required HospitalKind Kind { get; init; }

    /// <summary>Whether it has left the network.</summary>
    public required bool Withdrawn { get; init; }
}
