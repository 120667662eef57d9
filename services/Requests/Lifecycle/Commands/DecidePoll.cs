namespace Conference.Requests.Lifecycle.Commands;

/// <summary>A coordinator decides a poll: by deadline or not, by the rule or not. Sent by this service's endpoint, taken by the lifecycle.</summary>
public sealed record DecidePoll
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>The coordinator's name.</summary>
    public required string By { get; init; }

    /// <summary>Start of the candidate.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Required hospitals without which it is held.</summary>
    public IReadOnlyList<string> MakeOptional { get; init; } = [];
}
