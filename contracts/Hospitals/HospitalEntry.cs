namespace Conference.Contracts.Hospitals;

/// <summary>
/// Body of <c>POST /api/hospitals</c> and <c>PUT /api/hospitals/{hospitalId}</c>: the hospital as it shall stand.
/// Codes are text so that all faults can be answered at once.
/// </summary>
public sealed record HospitalEntry
{
    /// <summary>Registry code, <c>H</c>, the prefecture's JIS code and a serial of two digits or more; not used when changing.</summary>
    public string? HospitalId { get; init; }

    /// <summary>Name, up to 200 characters; required.</summary>
    public string? NameJa { get; init; }

    /// <summary>Official name, up to 200 characters; the name when left out.</summary>
    public string? OfficialNameJa { get; init; }

    /// <summary>Reading in katakana, up to 200 characters.</summary>
    public string? NameKana { get; init; }

    /// <summary>Name in English, up to 200 characters; the Japanese name when left out.</summary>
    public string? NameEn { get; init; }

    /// <summary>Code of <see cref="HospitalKind"/>; required.</summary>
    public string? Kind { get; init; }

    /// <summary>First day of this kind and name, not in the future; today when left out. Not later than the present designation's first day: that one is corrected.</summary>
    public DateOnly? DesignatedFrom { get; init; }

    /// <summary>Secondary medical area, up to 100 characters.</summary>
    public string? Area2Name { get; init; }

    /// <summary>Postal address, up to 300 characters.</summary>
    public string? Address { get; init; }

    /// <summary>Website, up to 300 characters.</summary>
    public string? Website { get; init; }

    /// <summary>Beds, 0 to 10,000.</summary>
    public int? Beds { get; init; }
}
