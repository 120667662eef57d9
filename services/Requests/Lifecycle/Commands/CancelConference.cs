namespace Conference.Requests.Lifecycle.Commands;

/// <summary>A coordinator calls the conference off. Sent by this service's endpoint, taken by the lifecycle.</summary>
public sealed record CancelConference
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>The coordinator's name.</summary>
    public required string By { get; init; }

    /// <summary>The reason as a private text of the store: what people type never travels.</summary>
    public Guid? ReasonId { get; init; }
}
