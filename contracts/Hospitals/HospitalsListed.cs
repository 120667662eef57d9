namespace Conference.Contracts.Hospitals;

/// <summary>
/// Many hospitals as they stand now, as if each came as a <see cref="HospitalChanged"/>: an import or a
/// republication, in portions. Sent by Hospitals; taken by every service that names hospitals.
/// </summary>
public sealed record HospitalsListed
{
    /// <summary>1 to 100 hospitals.</summary>
    public required IReadOnlyList<HospitalChanged> Hospitals { get; init; }
}
