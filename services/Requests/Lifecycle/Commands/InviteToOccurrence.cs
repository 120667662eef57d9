namespace Conference.Requests.Lifecycle.Commands;

/// <summary>All of the series are held: invite. Sent by the series, taken by the lifecycle.</summary>
public sealed record InviteToOccurrence
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }
}
