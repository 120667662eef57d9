using System.Text.Json.Serialization;

namespace Conference.Contracts.Hospitals;

/// <summary>How a hospital is designated (glossary: hospital_kind).</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<HospitalKind>))]
public enum HospitalKind
{
    /// <summary>国立がん研究センター: the national hub.</summary>
    Ncc,

    /// <summary>都道府県がん診療連携拠点病院: runs the prefectural council.</summary>
    Prefectural,

    /// <summary>地域がん診療連携拠点病院.</summary>
    Regional,

    /// <summary>特定領域がん診療連携拠点病院.</summary>
    SpecialField,

    /// <summary>地域がん診療病院.</summary>
    Community,

    /// <summary>Designated by the prefecture, not by the minister.</summary>
    PrefOwn,
}
