namespace Conference.Contracts.Invitations;

/// <summary>
/// A hospital answered, or changed its answer. Sent by Invitations after its merge; taken by Requests.
/// </summary>
public sealed record HospitalAnswered
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>The revision it answered.</summary>
    public required int Revision { get; init; }

    /// <summary>The hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>The answer.</summary>
    public required Answer Answer { get; init; }

    /// <summary>How it came.</summary>
    public required AnswerChannel Channel { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }
}
