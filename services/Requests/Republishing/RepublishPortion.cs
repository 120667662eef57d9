namespace Conference.Requests.Republishing;

/// <summary>Send the next portion of conferences again. Sent and taken by this service, so that no transaction holds them all.</summary>
public sealed record RepublishPortion
{
    /// <summary>Number of the last conference that was sent; empty for the first portion.</summary>
    public required string After { get; init; }
}
