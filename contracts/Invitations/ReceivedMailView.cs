namespace Conference.Contracts.Invitations;

/// <summary>A mail that came: answer of <c>GET /api/received-mails</c>.</summary>
public sealed record ReceivedMailView
{
    /// <summary>The mail.</summary>
    public required Guid ReceivedMailId { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Who sent it, as it says.</summary>
    public required string Sender { get; init; }

    /// <summary>Whose answer its calendar says it is; null without a calendar.</summary>
    public string? Attendee { get; init; }

    /// <summary>Its subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The first lines of what somebody wrote; null once decided.</summary>
    public string? Excerpt { get; init; }

    /// <summary>What became of it.</summary>
    public required ReceivedOutcome Outcome { get; init; }

    /// <summary>Why.</summary>
    public required Remark Why { get; init; }

    /// <summary>The conference it is about; null when that is not known.</summary>
    public Guid? ConferenceId { get; init; }

    /// <summary>The conference's number.</summary>
    public string? Number { get; init; }

    /// <summary>The hospital that it would answer for.</summary>
    public string? HospitalId { get; init; }

    /// <summary>The address that was written to there.</summary>
    public string? ContactAddress { get; init; }

    /// <summary>The answer in it.</summary>
    public Answer? Answer { get; init; }

    /// <summary>The time it proposes.</summary>
    public DateTimeOffset? ProposedStart { get; init; }

    /// <summary>Until when.</summary>
    public DateTimeOffset? ProposedEnd { get; init; }
}
