namespace Conference.Requests.Lifecycle.Commands;

/// <summary>A coordinator lets a conference without a slot wait for one, or wait no longer. Sent by this service's endpoint, taken by the lifecycle.</summary>
public sealed record WaitForSlot
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>The coordinator's name.</summary>
    public required string By { get; init; }

    /// <summary>Whether it shall wait.</summary>
    public required bool Wait { get; init; }
}
