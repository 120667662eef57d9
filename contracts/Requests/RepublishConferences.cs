namespace Conference.Contracts.Requests;

/// <summary>
/// Send every conference again. Sent by a service that builds its copy anew; Requests answers with
/// <see cref="ConferenceChanged"/> and <see cref="ConferenceRecorded"/> for each.
/// </summary>
public sealed record RepublishConferences
{
    /// <summary>Who asks, for the log.</summary>
    public required string RequestedBy { get; init; }
}
