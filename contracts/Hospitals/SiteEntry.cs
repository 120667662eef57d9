namespace Conference.Contracts.Hospitals;

/// <summary>Body of <c>POST /api/hospitals/{hospitalId}/sites</c> and <c>PUT /api/sites/{siteId}</c>: the site as it shall stand.</summary>
public sealed record SiteEntry
{
    /// <summary>Name of the room or place, up to 100 characters; required.</summary>
    public string? Name { get; init; }

    /// <summary>Code of <see cref="EndpointProtocol"/>; required.</summary>
    public string? Protocol { get; init; }

    /// <summary>Address of the endpoint, up to 300 characters, as its protocol writes it; null while it is not known.</summary>
    public string? Address { get; init; }

    /// <summary>Bridge ports it takes, 1 to 8. Default 1.</summary>
    public int? Ports { get; init; }

    /// <summary>Whether it can be booked. Default true.</summary>
    public bool? Active { get; init; }
}
