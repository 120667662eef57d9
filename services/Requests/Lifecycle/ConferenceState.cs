using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Requests.Polls;
using MassTransit;

namespace Conference.Requests.Lifecycle;

/// <summary>One conference as it stands: what the lifecycle remembers from message to message.</summary>
public sealed class ConferenceState : SagaStateMachineInstance
{
    /// <summary>The conference's id.</summary>
    public Guid CorrelationId { get; set; }

    /// <summary>State by its name.</summary>
    public string CurrentState { get; set; } = "";

    /// <summary>Number for people.</summary>
    public string Number { get; set; } = "";

    /// <summary>The series that it is an occurrence of; null for a single conference.</summary>
    public Guid? SeriesId { get; set; }

    /// <summary>Whether nobody is invited before all of the series are held.</summary>
    public bool AwaitsSeries { get; set; }

    /// <summary>What was asked for, as amended; its title is one that other services may see.</summary>
    public ConferenceRequest Request { get; set; } = null!;

    /// <summary>The title as it was typed, a private text.</summary>
    public Guid TitleId { get; set; }

    /// <summary>Who asked.</summary>
    public string RequestedBy { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>Counts every change that other services are told.</summary>
    public long Version { get; set; }

    /// <summary>The last revision given out: that of a move under way, which hospitals have not heard of.</summary>
    public int Attempt { get; set; }

    /// <summary>The revision of the time in force: the one that hospitals answer.</summary>
    public int Revision { get; set; }

    /// <summary>The highest revision of which invitations may have gone out; 0 before the first.</summary>
    public int InvitedRevision { get; set; }

    /// <summary>The slot in force.</summary>
    public BookedSlot? Slot { get; set; }

    /// <summary>Optional hospitals without a place in it.</summary>
    public IReadOnlyList<string> LeftOut { get; set; } = [];

    /// <summary>Why this slot.</summary>
    public IReadOnlyList<Remark> Reasons { get; set; } = [];

    /// <summary>What the coordinator should know.</summary>
    public IReadOnlyList<Remark> Warnings { get; set; } = [];

    /// <summary>Why there is no slot, or why the last move found none.</summary>
    public SlotExplanation? Explanation { get; set; }

    /// <summary>What has come between it and its slot.</summary>
    public Disruption? Disruption { get; set; }

    /// <summary>What was told of that last; null before the first.</summary>
    public SlotNews? SlotNews { get; set; }

    /// <summary>Since when it waits for a slot; null when it does not.</summary>
    public DateTimeOffset? WaitingSince { get; set; }

    /// <summary>Reply deadline.</summary>
    public DateTimeOffset? ReplyBy { get; set; }

    /// <summary>The latest answer of each hospital.</summary>
    public IReadOnlyList<HospitalReply> Replies { get; set; } = [];

    /// <summary>The revisions of the time in force; null where it has had but one.</summary>
    public SameTime? SameTime { get; set; }

    /// <summary>Times that a required hospital declined.</summary>
    public IReadOnlyList<DeclinedTime> Declined { get; set; } = [];

    /// <summary>The move under way.</summary>
    public Move? Move { get; set; }

    /// <summary>The last poll; null where there was none.</summary>
    public ConferencePoll? Poll { get; set; }

    /// <summary>Since when it is in a passing state; null in a waiting one.</summary>
    public DateTimeOffset? PendingSince { get; set; }

    /// <summary>The moment that is scheduled.</summary>
    public DateTimeOffset? NextMoment { get; set; }

    /// <summary>The token under which it is scheduled.</summary>
    public Guid? NextMomentToken { get; set; }

    /// <summary>Reminders due up to here are done with.</summary>
    public DateTimeOffset RemindedUntil { get; set; }

    /// <summary>Who took part.</summary>
    public IReadOnlyList<AttendanceEntry> Attendance { get; set; } = [];

    /// <summary>When that was recorded, last.</summary>
    public DateTimeOffset? RecordedAt { get; set; }

    /// <summary>The version under which it was told.</summary>
    public long RecordedVersion { get; set; }

    /// <summary>The minutes, a private text.</summary>
    public Guid? MinutesId { get; set; }
}
