namespace Conference.Contracts.Requests;

/// <summary>
/// Who took part was recorded, or corrected. Sent by Requests; taken by Council for the activity report.
/// </summary>
public sealed record ConferenceRecorded
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>On the same count as <see cref="ConferenceChanged.Version"/>.</summary>
    public required long Version { get; init; }

    /// <summary>One entry a hospital and profession.</summary>
    public required IReadOnlyList<AttendanceEntry> Attendance { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
