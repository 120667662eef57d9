namespace Conference.Contracts.Hospitals;

/// <summary>Answer of <c>GET /api/hospitals/{hospitalId}</c>; contacts only for those who may see them.</summary>
public sealed record HospitalView
{
    /// <summary>Registry code.</summary>
    public required string HospitalId { get; init; }

    /// <summary>Name.</summary>
    public required string NameJa { get; init; }

    /// <summary>Official name.</summary>
    public required string OfficialNameJa { get; init; }

    /// <summary>Name in English.</summary>
    public required string NameEn { get; init; }

    /// <summary>Reading, katakana; empty where none is known.</summary>
    public required string NameKana { get; init; }

    /// <summary>JIS code.</summary>
    public required string Prefecture { get; init; }

    /// <summary>Present designation.</summary>
    public required HospitalKind Kind { get; init; }

    /// <summary>Secondary medical area (二次医療圏).</summary>
    public required string Area2Name { get; init; }

    /// <summary>Postal address.</summary>
    public required string Address { get; init; }

    /// <summary>Website; empty where none is known.</summary>
    public required string Website { get; init; }

    /// <summary>Beds.</summary>
    public int? Beds { get; init; }

    /// <summary>Whether it has left the network.</summary>
    public required bool Withdrawn { get; init; }

    /// <summary>Its sites.</summary>
    public required IReadOnlyList<SiteView> Sites { get; init; }

    /// <summary>Professions that it can bring to a conference.</summary>
    public IReadOnlyList<BroughtProfession> Professions { get; init; } = [];

    /// <summary>Its contacts; empty for those who may not see them.</summary>
    public required IReadOnlyList<HospitalContact> Contacts { get; init; }

    /// <summary>Designations, latest first.</summary>
    public required IReadOnlyList<Designation> History { get; init; }
}
