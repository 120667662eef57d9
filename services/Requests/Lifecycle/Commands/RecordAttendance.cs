using Conference.Contracts.Requests;

namespace Conference.Requests.Lifecycle.Commands;

/// <summary>A coordinator records who took part, or corrects it. Sent by this service's endpoint, taken by the lifecycle.</summary>
public sealed record RecordAttendance
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>The coordinator's name.</summary>
    public required string By { get; init; }

    /// <summary>Who took part, whole.</summary>
    public required IReadOnlyList<AttendanceEntry> Attendance { get; init; }

    /// <summary>The minutes as a private text of the store; null to leave them as they are.</summary>
    public Guid? MinutesId { get; init; }

    /// <summary>Whether there shall be none any more.</summary>
    public bool DropMinutes { get; init; }
}
