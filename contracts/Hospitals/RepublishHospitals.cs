namespace Conference.Contracts.Hospitals;

/// <summary>
/// Send every hospital, its contacts, closures and tests, and the holidays again. Sent by a service that builds its
/// copy anew; taken by Hospitals.
/// </summary>
public sealed record RepublishHospitals
{
    /// <summary>Who asks, for the log.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>Where to go on: the last hospital already sent; null for the beginning. Set by Hospitals alone, which sends in portions.</summary>
    public string? After { get; init; }
}
