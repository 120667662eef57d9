using Conference.Contracts.Requests;
using Conference.Council.Schedule;
using Conference.Platform.Authorization;

namespace Conference.Council.Reports;

/// <summary>
/// One conference that was held, counted for a scope: only the scope's own hospitals and people.
/// </summary>
internal sealed class ActivityCount
{
    public ActivityCount(ScheduledConference conference, ConferenceRecord? record, Scope scope)
    {
        Conference = conference;
        Attendance = [.. (record?.Attendance ?? []).Where(entry => scope.Covers(entry.HospitalId))];
        var connected = record is { Attendance.Count: > 0 } ? Recorded(conference, record) : Accepted(conference);
        HospitalIds = [.. connected.Where(scope.Covers).Distinct()];
    }

    public ScheduledConference Conference { get; }

    public IReadOnlyList<AttendanceEntry> Attendance { get; }

    /// <summary>Hospitals that took part: those of the record, or, without one, those that had accepted; always the host.</summary>
    public IReadOnlyList<string> HospitalIds { get; }

    public int People => Attendance.Sum(entry => entry.Inside + entry.Outside);

    public int Minutes => (int)((Conference.End - Conference.Start)?.TotalMinutes ?? 0);

    /// <summary>Whether it was held, by its state: it ended, whether or not it has been recorded yet.</summary>
    public static bool WasHeld(ScheduledConference conference, DateTimeOffset now) => conference.State switch
    {
        ConferenceStates.AwaitingRecord or ConferenceStates.Completed => true,
        ConferenceStates.InSession => conference.End <= now,
        _ => false,
    };

    private static IEnumerable<string> Recorded(ScheduledConference conference, ConferenceRecord record) =>
        record.Attendance.Where(entry => entry.Inside + entry.Outside > 0).Select(entry => entry.HospitalId).Prepend(conference.HostHospitalId);

    private static IEnumerable<string> Accepted(ScheduledConference conference) =>
        conference.Participants.Where(conference.Expects).Select(participant => participant.HospitalId).Prepend(conference.HostHospitalId);
}
