namespace Conference.Contracts.Requests;

/// <summary>
/// The conference as it stands now, whole. Sent by Requests, once for each message or timer that has changed its state, time or
/// answers; taken by Council for the schedule. A receiver keeps the highest <see cref="Version"/> and ignores the rest.
/// </summary>
public sealed record ConferenceChanged
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Grows by at least 1 with every change of this conference.</summary>
    public required long Version { get; init; }

    /// <summary>Number for people.</summary>
    public required string Number { get; init; }

    /// <summary>State by its name: <c>AwaitingReplies</c>.</summary>
    public required string State { get; init; }

    /// <summary>Scheduling revision: the iCalendar SEQUENCE.</summary>
    public required int Revision { get; init; }

    /// <summary>Title as other services may show it to signed-in readers.</summary>
    public required string Title { get; init; }

    /// <summary>Kind.</summary>
    public required ConferenceKind Kind { get; init; }

    /// <summary>Who asked for it, by the name shown to others; null where the sender does not say.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>The hospital that holds it.</summary>
    public required string HostHospitalId { get; init; }

    /// <summary>Start of the booked slot; null while there is none.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>End of the booked slot; null while there is none.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>All hospitals, the host first.</summary>
    public required IReadOnlyList<ParticipantStatus> Participants { get; init; }

    /// <summary>How many cases.</summary>
    public required int CaseCount { get; init; }

    /// <summary>When it changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
