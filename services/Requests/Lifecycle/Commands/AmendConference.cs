using Conference.Contracts.Requests;

namespace Conference.Requests.Lifecycle.Commands;

/// <summary>A coordinator asks for something else than before. Sent by this service's endpoint, taken by the lifecycle.</summary>
public sealed record AmendConference
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>The coordinator's name.</summary>
    public required string By { get; init; }

    /// <summary>The request as it shall be, whole.</summary>
    public required ConferenceRequest Request { get; init; }

    /// <summary>Its title as it was typed, as a private text of the store.</summary>
    public required Guid TitleId { get; init; }
}
