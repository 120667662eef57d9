namespace Conference.Contracts.Hospitals;

/// <summary>
/// A hospital as it stands now, whole, with its sites. Sent by Hospitals at every change; taken by every service
/// that names hospitals. A receiver keeps the highest <see cref="Version"/>.
/// </summary>
public sealed record HospitalChanged
{
    /// <summary>Registry code: <c>H1302</c>; its two digits are the prefecture's JIS code.</summary>
    public required string HospitalId { get; init; }

    /// <summary>Grows with every change of this hospital.</summary>
    public required long Version { get; init; }

    /// <summary>Name in Japanese.</summary>
    public required string NameJa { get; init; }

    /// <summary>Name in English; the Japanese one where none is known.</summary>
    public required string NameEn { get; init; }

    /// <summary>JIS X 0401 code, <c>01</c> to <c>47</c>.</summary>
    public required string Prefecture { get; init; }

    /// <summary>Present designation.</summary>
    public required HospitalKind Kind { get; init; }

    /// <summary>Whether it has left the network: kept for history, invited no more.</summary>
    public required bool Withdrawn { get; init; }

    /// <summary>Its sites, the first active one being the default.</summary>
    public required IReadOnlyList<HospitalSite> Sites { get; init; }

    /// <summary>Professions that it can bring to a conference; one that is not named cannot be counted on.</summary>
    public IReadOnlyList<BroughtProfession> Professions { get; init; } = [];
}
