namespace Conference.Requests.Lifecycle.Commands;

/// <summary>The next moment of a conference has come. Scheduled by the lifecycle, sent by Timers, or by the sweep when Timers is late.</summary>
public sealed record MomentArrived
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }
}
