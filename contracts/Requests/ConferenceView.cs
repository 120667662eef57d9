using Conference.Contracts.Booking;

namespace Conference.Contracts.Requests;

/// <summary>Answer of <c>GET /api/conferences/{id}</c>.</summary>
public sealed record ConferenceView
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Number for people.</summary>
    public required string Number { get; init; }

    /// <summary>The series that it is an occurrence of; null for a single conference.</summary>
    public Guid? SeriesId { get; init; }

    /// <summary>State by its name: <c>AwaitingReplies</c>.</summary>
    public required string State { get; init; }

    /// <summary>Scheduling revision.</summary>
    public required int Revision { get; init; }

    /// <summary>What was asked for, as amended.</summary>
    public required ConferenceRequest Request { get; init; }

    /// <summary>Who asked.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The slot; null while there is none.</summary>
    public BookedSlot? Slot { get; init; }

    /// <summary>The poll, while it is open and afterwards; null where there was none.</summary>
    public PollView? Poll { get; init; }

    /// <summary>Reply deadline; null before invitations are out.</summary>
    public DateTimeOffset? ReplyBy { get; init; }

    /// <summary>All hospitals, the host first.</summary>
    public required IReadOnlyList<ParticipantStatus> Participants { get; init; }

    /// <summary>Optional hospitals that could not be reserved.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Why this slot.</summary>
    public IReadOnlyList<Remark> Reasons { get; init; } = [];

    /// <summary>What the coordinator should know.</summary>
    public IReadOnlyList<Remark> Warnings { get; init; } = [];

    /// <summary>
    /// Of these, the ones that put it in doubt though its time stands: the host declined (<c>host_declined</c>), or after
    /// it was confirmed too many others (<c>below_quorum</c>). Confirming it again means to hold it all the same.
    /// </summary>
    public IReadOnlyList<Remark> Doubts { get; init; } = [];

    /// <summary>Why there is no slot, or why the last move found none and the old one was kept; null when all is well.</summary>
    public SlotExplanation? Explanation { get; init; }

    /// <summary>Class it has, given or by its kind.</summary>
    public PriorityClass Priority { get; init; } = PriorityClass.Normal;

    /// <summary>Whether it waits for a slot and is placed by itself when one is given back.</summary>
    public bool Waiting { get; init; }

    /// <summary>What has come between it and its slot; null when nothing has.</summary>
    public Disruption? Disruption { get; init; }

    /// <summary>Who took part, once recorded.</summary>
    public IReadOnlyList<AttendanceEntry> Attendance { get; init; } = [];

    /// <summary>Minutes, once recorded.</summary>
    public string? Minutes { get; init; }
}
