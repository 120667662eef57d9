using Conference.Contracts.Hospitals;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;

namespace Conference.IntegrationTests.Council;

/// <summary>Messages as Requests and Hospitals send them.</summary>
internal static class Said
{
    public static ConferenceChanged Conference(
        Guid id, DateTimeOffset? start, string host, string[] accepted, long version = 1, string state = "Confirmed",
        ConferenceKind kind = ConferenceKind.JointCancerBoard, int minutes = 60, string[]? silent = null) => new()
        {
            ConferenceId = id,
            Version = version,
            Number = $"2026-{id.ToString()[^6..]}",
            State = state,
            Revision = 1,
            Title = "合同キャンサーボード（膵）",
            Kind = kind,
            HostHospitalId = host,
            Start = start,
            End = start?.AddMinutes(minutes),
            Participants =
            [
                Hospital(host, ParticipantRole.HostSite, Answer.Accepted),
                .. accepted.Select(hospital => Hospital(hospital, ParticipantRole.Discussant, Answer.Accepted)),
                .. (silent ?? []).Select(hospital => Hospital(hospital, ParticipantRole.Observer, null)),
            ],
            CaseCount = 2,
            ChangedAt = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero),
        };

    public static ConferenceRecorded Record(Guid id, params (string Hospital, Profession Profession, int Inside, int Outside)[] people) => new()
    {
        ConferenceId = id,
        Version = 2,
        Attendance = [.. people.Select(entry => new AttendanceEntry { HospitalId = entry.Hospital, Profession = entry.Profession, Inside = entry.Inside, Outside = entry.Outside })],
        RecordedAt = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero),
    };

    public static HospitalChanged Hospital(string id, string name) => new()
    {
        HospitalId = id,
        Version = 1,
        NameJa = name,
        NameEn = name,
        Prefecture = id[1..3],
        Kind = HospitalKind.Regional,
        Withdrawn = false,
        Sites = [],
    };

    private static ParticipantStatus Hospital(string id, ParticipantRole role, Answer? answer) =>
        new() { HospitalId = id, Required = true, Role = role, Booked = true, Answer = answer };
}
