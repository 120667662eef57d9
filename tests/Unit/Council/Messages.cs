using Conference.Contracts.Hospitals;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;

namespace Conference.UnitTests.Council;

/// <summary>Messages as Requests and Hospitals send them.</summary>
public static class Messages
{
    public static readonly DateTimeOffset Start = new(2026, 12, 10, 8, 30, 0, TimeSpan.Zero);

    public static ConferenceChanged Changed(
        Guid id, long version = 1, string state = "Confirmed", DateTimeOffset? start = null, int minutes = 60, string host = "H1301",
        ConferenceKind kind = ConferenceKind.JointCancerBoard, bool placed = true, params ParticipantStatus[] others)
    {
        var begin = start ?? Start;
        return new ConferenceChanged
        {
            ConferenceId = id,
            Version = version,
            Number = "2026-000123",
            State = state,
            Revision = 1,
            Title = $"title {version}",
            Kind = kind,
            HostHospitalId = host,
            Start = placed ? begin : null,
            End = placed ? begin.AddMinutes(minutes) : null,
            Participants = [Hospital(host, Answer.Accepted, ParticipantRole.HostSite), .. others],
            CaseCount = 2,
            ChangedAt = new DateTimeOffset(2026, 11, 20, 1, 2, 3, TimeSpan.Zero).AddMinutes(version),
        };
    }

    public static ParticipantStatus Hospital(string id, Answer? answer = null, ParticipantRole role = ParticipantRole.Discussant, bool booked = true) =>
        new() { HospitalId = id, Required = true, Role = role, Booked = booked, Answer = answer };

    public static ConferenceRecorded Recorded(Guid id, long version, params AttendanceEntry[] attendance) =>
        new() { ConferenceId = id, Version = version, Attendance = attendance, RecordedAt = Start.AddDays(1) };

    public static AttendanceEntry People(string hospitalId, Profession profession, int inside, int outside = 0) =>
        new() { HospitalId = hospitalId, Profession = profession, Inside = inside, Outside = outside };

    public static HospitalChanged HospitalOf(string id, string name, long version = 1) => new()
    {
        HospitalId = id,
        Version = version,
        NameJa = name,
        NameEn = name,
        Prefecture = id[1..3],
        Kind = HospitalKind.Regional,
        Withdrawn = false,
        Sites = [],
    };
}
