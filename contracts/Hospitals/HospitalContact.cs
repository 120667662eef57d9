namespace Conference.Contracts.Hospitals;

/// <summary>Who is written to at a hospital.</summary>
public sealed record HospitalContact
{
    /// <summary>Stable id.</summary>
    public required Guid ContactId { get; init; }

    /// <summary>Name of the person or desk.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Mail address; one in the reserved domain <c>.example</c> never leaves the mail drop (RFC 2606).
    /// </summary>
    public required string Email { get; init; }

    /// <summary>
    /// What the contact does; invitations go to <see cref="ContactRole.SiteContact"/> and <see
    /// cref="ContactRole.Coordinator"/>.
    /// </summary>
    public required ContactRole Role { get; init; }

    /// <summary>Language of mails: <c>ja</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "ja";
}
