namespace Conference.Contracts.Requests;

/// <summary>What a coordinator asked for, valid as a whole.</summary>
public sealed record ConferenceRequest
{
    /// <summary>
    /// Title for signed-in readers, up to 200 characters. Outside Requests it is the kind's name when the real
    /// one looked as if it held a patient identifier.
    /// </summary>
    public required string Title { get; init; }

    /// <summary>Kind.</summary>
    public required ConferenceKind Kind { get; init; }

    /// <summary>The hospital that holds the conference; it takes part, and is not among <see cref="Participants"/>.</summary>
    public required string HostHospitalId { get; init; }

    /// <summary>Duration in minutes, 15 to 600, a multiple of 5.</summary>
    public required int DurationMinutes { get; init; }

    /// <summary>A fixed start, in place of <see cref="Window"/>; a multiple of 5 minutes.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Days within which a slot is sought; null when <see cref="Start"/> is given.</summary>
    public DateWindow? Window { get; init; }

    /// <summary>When on a day; used with <see cref="Window"/>.</summary>
    public LocalHours Hours { get; init; } = new();

    /// <summary>When it would best be; used with <see cref="Window"/>. Null for no preference.</summary>
    public PreferredTimes? Preferred { get; init; }

    /// <summary>
    /// That several times are put to the hospitals; null for a conference that is placed at once. Either it names the
    /// candidates, or <see cref="Window"/> is searched for them.
    /// </summary>
    public PollRequest? Poll { get; init; }

    /// <summary>The other hospitals, 1 to 500, each once.</summary>
    public required IReadOnlyList<ConferenceParticipant> Participants { get; init; }

    /// <summary>When enough have accepted.</summary>
    public Quorum Quorum { get; init; } = new();

    /// <summary>Days that hospitals have to answer, 1 to 60. Default 7; shortened so that it ends before the start.</summary>
    public int ReplyWithinDays { get; init; } = 7;

    /// <summary>What happens at the reply deadline.</summary>
    public DeadlinePolicy OnDeadline { get; init; } = DeadlinePolicy.ConfirmIfQuorum;

    /// <summary>How many cases will be discussed, 0 to 50. The cases themselves are never in a message.</summary>
    public int CaseCount { get; init; }

    /// <summary>Class that somebody who may do so has given it; null for that of its kind.</summary>
    public PriorityClass? Priority { get; init; }

    /// <summary>Whether it waits for a slot where there is none. Default true.</summary>
    public bool Wait { get; init; } = true;
}
