namespace Conference.Contracts.Hospitals;

/// <summary>
/// The contacts of many hospitals, as if each came as a <see cref="HospitalContactsChanged"/>. Sent by Hospitals;
/// taken by Invitations alone.
/// </summary>
public sealed record ContactsListed
{
    /// <summary>The contacts of 1 to 100 hospitals.</summary>
    public required IReadOnlyList<HospitalContactsChanged> Contacts { get; init; }
}
