namespace Conference.Contracts.Booking;

/// <summary>A candidate was not decided upon in time, or could not be kept, and is no longer held. Sent by Booking; taken by Requests.</summary>
public sealed record CandidateExpired
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>The revision under which it was held.</summary>
    public required int Revision { get; init; }

    /// <summary>Its start.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>What has come between: a required site or a port was lost. Null where it ran out.</summary>
    public Remark? Why { get; init; }
}
