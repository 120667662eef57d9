namespace Conference.Requests.Lifecycle.Commands;

/// <summary>The conference has waited too long in a passing state: ask again. Sent by the sweep, taken by the lifecycle.</summary>
public sealed record ResendPendingCommand
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }
}
