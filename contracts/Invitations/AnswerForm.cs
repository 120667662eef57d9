using Conference.Contracts.Requests;

namespace Conference.Contracts.Invitations;

/// <summary>What the answer page shows: answer of <c>GET /api/answers/{token}</c>, which needs no sign-in.</summary>
public sealed record AnswerForm
{
    /// <summary>The conference's number.</summary>
    public required string Number { get; init; }

    /// <summary>Kind.</summary>
    public required ConferenceKind Kind { get; init; }

    /// <summary>The host's name.</summary>
    public required string HostName { get; init; }

    /// <summary>The hospital that is asked.</summary>
    public required string HospitalName { get; init; }

    /// <summary>Start.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>End.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>The revision shown; it is answered by this number.</summary>
    public required int Revision { get; init; }

    /// <summary>How many cases.</summary>
    public required int CaseCount { get; init; }

    /// <summary>Reply deadline.</summary>
    public required DateTimeOffset ReplyBy { get; init; }

    /// <summary>Whether the conference is off, or this hospital's part in it.</summary>
    public required bool Cancelled { get; init; }

    /// <summary>Whether the time stands.</summary>
    public required bool Confirmed { get; init; }

    /// <summary>The answer given so far.</summary>
    public Answer? Answer { get; init; }

    /// <summary>Start of another time that this hospital has proposed, while nobody has decided about it.</summary>
    public DateTimeOffset? ProposedStart { get; init; }

    /// <summary>Its end.</summary>
    public DateTimeOffset? ProposedEnd { get; init; }

    /// <summary>Where to join, behind sign-in; given after accepting.</summary>
    public string? JoinUrl { get; init; }

    /// <summary>Whether this contact wants no reminders.</summary>
    public bool RemindersOff { get; init; }
}
