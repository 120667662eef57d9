using Conference.Contracts.Booking;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;

namespace Conference.IntegrationTests.Booking;

/// <summary>Commands and hospitals for tests, two weeks ahead of whatever day it is.</summary>
internal static class Wishes
{
    public static readonly DateOnly Day = Weekday(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(14));

    /// <summary>17:30 on that day in Tokyo.</summary>
    public static readonly DateTimeOffset HalfPastFive = At(17, 30);

    public static DateTimeOffset At(int hour, int minute) => new DateTimeOffset(Day.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.FromHours(9)).ToUniversalTime();

    public static HoldSlot Hold(Guid conferenceId, int revision, DateTimeOffset start, params int[] hospitals) => new()
    {
        ConferenceId = conferenceId,
        Revision = revision,
        HoldFor = TimeSpan.FromDays(3),
        Criteria = new SlotCriteria
        {
            Kind = ConferenceKind.JointCancerBoard,
            DurationMinutes = 60,
            Start = start,
            Participants = [.. hospitals.Select(number => new SlotParticipant { HospitalId = Id(number), Required = true })],
        },
    };

    public static HoldCandidates Candidates(Guid conferenceId, int revision, IReadOnlyList<DateTimeOffset> starts, params int[] hospitals) => new()
    {
        ConferenceId = conferenceId,
        Revision = revision,
        Starts = starts,
        HoldUntil = At(0, 0).AddDays(-3),
        Criteria = Hold(conferenceId, revision, HalfPastFive, hospitals).Criteria with { Start = null },
    };

    public static TakeCandidate Take(Guid conferenceId, int revision, int pollRevision, DateTimeOffset start) =>
        new() { ConferenceId = conferenceId, Revision = revision, PollRevision = pollRevision, Start = start, HoldFor = TimeSpan.FromDays(3) };

    /// <summary>A wish for an hour of that afternoon or evening, of a class, that waits where there is none.</summary>
    public static HoldSlot Waiting(Guid conferenceId, int serial, PriorityClass priority, TimeOnly from, TimeOnly to, params int[] hospitals)
    {
        var fix = Hold(conferenceId, 1, HalfPastFive, hospitals);
        return fix with
        {
            Priority = priority,
            Wait = new WaitingTerms { Since = At(0, 0).AddDays(-10).AddSeconds(serial), Number = $"2026-{serial:000000}", Lead = TimeSpan.FromHours(2) },
            Criteria = fix.Criteria with { Start = null, Window = new DateWindow { From = Day, To = Day }, Hours = new LocalHours { From = from, To = to, Days = Enum.GetValues<Weekday>(), SkipHolidays = false } },
        };
    }

    public static SiteClosuresChanged Closed(int number, long version, params (DateTimeOffset From, DateTimeOffset To)[] closures) => new()
    {
        SiteId = $"{Id(number)}-1",
        HospitalId = Id(number),
        Version = version,
        Closures = [.. closures.Select(closure => new Closure { From = closure.From, To = closure.To, Reason = "停電" })],
        Weekly = [],
        ClosedOnHolidays = false,
    };

    public static ConfirmSlot Confirm(Guid conferenceId, int revision) => new() { ConferenceId = conferenceId, Revision = revision };

    public static ReleaseSlot Release(Guid conferenceId, int revision) => new() { ConferenceId = conferenceId, Revision = revision };

    public static HospitalChanged Hospital(int number, long version = 1, bool withdrawn = false) => new()
    {
        HospitalId = Id(number),
        Version = version,
        NameJa = $"第{number}病院",
        NameEn = $"Hospital {number}",
        Prefecture = "13",
        Kind = HospitalKind.Regional,
        Withdrawn = withdrawn,
        Sites = [new HospitalSite { SiteId = $"{Id(number)}-1", Name = "会議室", Protocol = EndpointProtocol.Url, Ports = 1, Active = true }],
    };

    public static string Id(int number) => $"H13{number:00}";

    private static DateOnly Weekday(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? day.AddDays(2) : day;
}
