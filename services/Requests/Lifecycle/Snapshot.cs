using Conference.Contracts.Requests;

namespace Conference.Requests.Lifecycle;

/// <summary>A conference as other services are told of it.</summary>
internal static class Snapshot
{
    public static ConferenceChanged Of(ConferenceState state, DateTimeOffset now) => new()
    {
        ConferenceId = state.CorrelationId,
        Version = state.Version,
        Number = state.Number,
        State = state.CurrentState,
        Revision = state.Revision,
        Title = state.Request.Title,
        Kind = state.Request.Kind,
        RequestedBy = state.RequestedBy,
        HostHospitalId = state.Request.HostHospitalId,
        Start = state.Slot?.Start,
        End = state.Slot?.End,
        Participants = state.Participants(),
        CaseCount = state.Request.CaseCount,
        ChangedAt = now,
    };

    public static ConferenceRecorded Record(ConferenceState state) => new()
    {
        ConferenceId = state.CorrelationId,
        Version = state.RecordedVersion,
        Attendance = state.Attendance,
        RecordedAt = state.RecordedAt!.Value,
    };
}
