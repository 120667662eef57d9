namespace Conference.Contracts.Hospitals;

/// <summary>One contact of the body of <c>PUT /api/hospitals/{hospitalId}/contacts</c>, a list of up to 50 that replaces all.</summary>
public sealed record ContactEntry
{
    /// <summary>Id of a contact that is kept or changed; null for a new one.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>Name of the person or desk, up to 100 characters; required.</summary>
    public string? Name { get; init; }

    /// <summary>Mail address; required, each once for each role.</summary>
    public string? Email { get; init; }

    /// <summary>Code of <see cref="ContactRole"/>; required.</summary>
    public string? Role { get; init; }

    /// <summary>Language of mails: <c>ja</c>, the default, or <c>en</c>.</summary>
    public string? Language { get; init; }
}
