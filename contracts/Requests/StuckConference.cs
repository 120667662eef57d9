namespace Conference.Contracts.Requests;

/// <summary>A conference that has been in a passing state, or past its moment, for longer than it should: an item of <c>GET /api/conferences/stuck</c>.</summary>
public sealed record StuckConference
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Number for people.</summary>
    public required string Number { get; init; }

    /// <summary>State by its name.</summary>
    public required string State { get; init; }

    /// <summary>Since when it waits for another service; null when it is its own moment that has passed.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>The moment that has passed; null when it waits for another service.</summary>
    public DateTimeOffset? MissedMoment { get; init; }
}
