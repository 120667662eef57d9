namespace Conference.Contracts.Hospitals;

/// <summary>A place from which a hospital connects.</summary>
public sealed record HospitalSite
{
    /// <summary>The hospital's id and a serial: <c>H1302-1</c>.</summary>
    public required string SiteId { get; init; }

    /// <summary>Name of the room or place.</summary>
    public required string Name { get; init; }

    /// <summary>How the endpoint is called.</summary>
    public required EndpointProtocol Protocol { get; init; }

    /// <summary>Address of the endpoint; null until somebody enters it.</summary>
    public string? Address { get; init; }

    /// <summary>Bridge ports it takes, 1 to 8.</summary>
    public required int Ports { get; init; }

    /// <summary>Whether it can be booked.</summary>
    public required bool Active { get; init; }
}
