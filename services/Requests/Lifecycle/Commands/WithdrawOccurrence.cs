namespace Conference.Requests.Lifecycle.Commands;

/// <summary>Not all of the series could be held: give this one back. Sent by the series, taken by the lifecycle.</summary>
public sealed record WithdrawOccurrence
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }
}
