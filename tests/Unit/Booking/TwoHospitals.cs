using Conference.Booking;
using Conference.Booking.Availability;
using Conference.Booking.Bridges;
using Conference.Booking.Network;
using Conference.Contracts.Booking;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;

namespace Conference.UnitTests.Booking;

/// <summary>Two hospitals on one bridge, in December 2026, and what is asked of them.</summary>
internal static class TwoHospitals
{
    public static readonly SearchRules Rules = new(Networks.Zone("Asia/Tokyo"), new BookingOptions(), new RankingOptions());
    public static readonly DateOnly Thursday = new(2026, 12, 10);

    public static SlotSearchResult Find(SlotCriteria criteria, NetworkSnapshot network) => new SlotFinder(Rules).Find(criteria, network, 5);

    public static DateTimeOffset At(int day, int hour, int minute) => new DateTimeOffset(2026, 12, day, hour, minute, 0, TimeSpan.FromHours(9)).ToUniversalTime();

    public static TimeRange Range(DateTimeOffset start, DateTimeOffset end) => new() { Start = start, End = end };

    public static KnownClosures Closed(DateTimeOffset from, DateTimeOffset to) =>
        new() { SiteId = "", Closures = [new Closure { From = from, To = to, Reason = "設備点検" }], Weekly = [] };

    public static SlotCriteria Wish(DateOnly from, DateOnly to, params string[] hospitals) => new()
    {
        Kind = ConferenceKind.JointCancerBoard,
        DurationMinutes = 60,
        Window = new DateWindow { From = from, To = to },
        Participants = [.. hospitals.Select(id => new SlotParticipant { HospitalId = id, Required = true })],
    };

    public static NetworkSnapshot Many(int hospitals)
    {
        var network = Network();
        return network with { Hospitals = Enumerable.Range(1, hospitals).Select(number => Hospital($"H13{number:00}", $"第{number}病院")).ToDictionary(hospital => hospital.HospitalId), Sites = new Dictionary<string, SiteFacts>() };
    }

    public static KnownHospital Hospital(string id, string name) => new()
    {
        HospitalId = id,
        NameJa = name,
        NameEn = id,
        Sites = [new HospitalSite { SiteId = $"{id}-1", Name = "", Protocol = EndpointProtocol.Url, Ports = 1, Active = true }],
    };

    public static NetworkSnapshot Network(params (string HospitalId, SiteFacts Facts)[] sites) => new()
    {
        Now = At(1, 9, 0),
        Hospitals = new[] { Hospital("H1301", "中央病院"), Hospital("H1401", "みなと病院") }.ToDictionary(hospital => hospital.HospitalId),
        Sites = sites.ToDictionary(site => $"{site.HospitalId}-1", site => site.Facts),
        RestDays = new RestDays([]),
        Bridges = [new BridgeUse("national", 60, [])],
    };
}
