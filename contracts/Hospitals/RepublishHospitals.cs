namespace Conference.Contracts.Hospitals;

/// <summary>
/// Send every hospital, its contacts, closures and tests, and the holidays again. Sent by a service that builds its
/// copy anew; taken by Hospitals.
/// </summary>
public sealed record RepublishHospitals
{
    /// <summary>Who asks, for the log.</summary>
    public required string RequestedBy { get; init; }
}
