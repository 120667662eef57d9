namespace Conference.Requests.Lifecycle.Commands;

/// <summary>A coordinator decides to hold the conference at the time that is kept, whoever has answered. Sent by this service's endpoint, taken by the lifecycle.</summary>
public sealed record ConfirmKeptSlot
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>The coordinator's name.</summary>
    public required string By { get; init; }

    /// <summary>The revision that the coordinator saw: no other time is confirmed. Null for whatever it is.</summary>
    public int? Revision { get; init; }
}
