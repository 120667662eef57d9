using Conference.Contracts.Hospitals;

namespace Conference.Hospitals.Registry;

/// <summary>One hospital as a registry file gives it.</summary>
internal sealed record RegistryEntry
{
    public required string HospitalId { get; init; }

    public required string Prefecture { get; init; }

    public required HospitalKind Kind { get; init; }

    public required string NameJa { get; init; }

    public required string OfficialNameJa { get; init; }

    public required string NameKana { get; init; }

    public required string NameEn { get; init; }

    public required string Area2Name { get; init; }

    public required string Address { get; init; }

    public required string Website { get; init; }

    public int? Beds { get; init; }
}
