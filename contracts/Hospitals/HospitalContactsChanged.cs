namespace Conference.Contracts.Hospitals;

/// <summary>
/// A hospital's contacts as they stand now, all of them. Sent by Hospitals; taken by Invitations alone.
/// </summary>
public sealed record HospitalContactsChanged
{
    /// <summary>The hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>Grows with every change of these contacts.</summary>
    public required long Version { get; init; }

    /// <summary>All contacts.</summary>
    public required IReadOnlyList<HospitalContact> Contacts { get; init; }
}
