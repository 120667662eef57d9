namespace Conference.Contracts.Requests;

/// <summary>One line of <c>GET /api/conferences</c>.</summary>
public sealed record ConferenceListItem
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Number for people.</summary>
    public required string Number { get; init; }

    /// <summary>State by its name: <c>AwaitingReplies</c>.</summary>
    public required string State { get; init; }

    /// <summary>Title as other services may show it: the kind's name where the real one may hold a patient identifier.</summary>
    public required string Title { get; init; }

    /// <summary>Kind.</summary>
    public required ConferenceKind Kind { get; init; }

    /// <summary>The hospital that holds it.</summary>
    public required string HostHospitalId { get; init; }

    /// <summary>How many hospitals, the host included.</summary>
    public required int Hospitals { get; init; }

    /// <summary>Start of the slot; null while there is none.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>End of the slot; null while there is none.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Reply deadline; null before invitations are out.</summary>
    public DateTimeOffset? ReplyBy { get; init; }

    /// <summary>Who asked.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RequestedAt { get; init; }
}
