using Conference.Booking;
using Conference.Booking.Availability;
using Conference.Booking.Bridges;
using Conference.Booking.Holds;
using Conference.Booking.Network;
using Conference.Contracts.Booking;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;
using Conference.Platform.Time;

namespace Conference.Benchmarks.Finder;

/// <summary>
/// A nation of hospitals, booked over 400 days: on two of three working days a site has a conference between noon and
/// eight, except on the third Thursday of four weeks, which is kept free for meetings of all. Every fifth site is closed one
/// afternoon a week. The same numbers each time.
/// </summary>
internal sealed class Nation
{
    public const int AllSites = 461;
    public const int Days = 400;

    private const int FreeThursdayEvery = 4;
    private static readonly Weekday[] ClosedOn = [Weekday.Mon, Weekday.Tue, Weekday.Wed, Weekday.Fri];

    public static readonly NetworkTime Tokyo = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));
    public static readonly DateOnly First = new(2026, 12, 7);
    public static readonly DateTimeOffset Now = Tokyo.StartOf(First).AddDays(-1);
    public static readonly SearchRules Rules = new(Tokyo, new BookingOptions(), new RankingOptions());

    public Nation(int sites = AllSites)
    {
        var chance = new Random(20261124);
        Network = new NetworkCopy
        {
            Hospitals = Enumerable.Range(1, sites).Select(number => Hospital(number, Id(number), $"{Id(number)}-1")).ToDictionary(hospital => hospital.HospitalId),
            Closures = Enumerable.Range(1, sites).Where(number => number % 5 == 0).Select(Closed).ToDictionary(closures => closures.SiteId),
            Tests = new Dictionary<string, KnownTest>(),
            RestDays = new RestDays([]),
        };
        Sites = [.. Enumerable.Range(1, sites).SelectMany(number => Booked(number, chance))];
        var ports = Network.Hospitals.Values.Select((hospital, index) => (hospital.Sites[0].SiteId, Port: index + 1)).ToDictionary(site => site.SiteId, site => site.Port);
        Ports = [.. Sites.Select(row => new PortBooking { ConferenceId = row.ConferenceId, BridgeId = "national", FirstPort = ports[row.SiteId], LastPort = ports[row.SiteId], Start = row.Start.AddMinutes(-10), End = row.End })];
    }

    public NetworkCopy Network { get; }

    public List<SiteBooking> Sites { get; }

    public List<PortBooking> Ports { get; }

    /// <summary>What the service does at its start when it has read the rows.</summary>
    public NetworkSnapshot Lay()
    {
        var horizon = new Horizon(Now, Rules.Evening);
        var picture = new BookedTimes(horizon, Sites, Ports).Without(null);
        return new NetworkSnapshot
        {
            Now = Now,
            Hospitals = Network.Hospitals,
            Sites = Network.Hospitals.Values.Select(hospital => hospital.Sites[0].SiteId).ToDictionary(site => site, site => new SiteFacts
            {
                Closures = Network.Closures.GetValueOrDefault(site),
                Times = picture.Sites.GetValueOrDefault(site) ?? horizon.Empty,
                Closed = Network.ClosedOf(site, horizon),
            }),
            RestDays = Network.RestDays,
            Bridges = [new BridgeUse("national", 1000, picture.Bridges["national"])],
            Days = horizon.Days,
        };
    }

    /// <summary>A wish for so many sites, all required, spread over the nation.</summary>
    public SlotCriteria Wish(int sites, int days) => new()
    {
        Kind = ConferenceKind.JointCancerBoard,
        DurationMinutes = 60,
        Window = new DateWindow { From = First, To = First.AddDays(days - 1) },
        Participants = [.. Enumerable.Range(0, sites).Select(number => new SlotParticipant { HospitalId = Id(1 + (number * (Network.Hospitals.Count / sites))), Required = true })],
    };

    /// <summary>One that nothing grants: 30 sites for two hours, on all days of 90 but Thursdays.</summary>
    public SlotCriteria Impossible() => Wish(30, 90) with { DurationMinutes = 120, Hours = new LocalHours { Days = ClosedOn } };

    public static string Id(int number) => $"H{1 + ((number - 1) / 10):00}{number % 10:00}X{number}";

    /// <summary>When sites are closed, day by day.</summary>
    public IEnumerable<(string? SiteId, DateTimeOffset Start, DateTimeOffset End)> ClosedSpans()
    {
        var horizon = new Horizon(Now, Rules.Evening);
        return Network.Closures.Values.SelectMany(closures => BusyTimes.Closed(closures, horizon.Days, Network.RestDays).Select(time => ((string?)closures.SiteId, time.Start, time.End)));
    }

    public static KnownHospital Hospital(int number, string hospitalId, string siteId) => new()
    {
        HospitalId = hospitalId,
        NameJa = $"第{number}病院",
        NameEn = $"Hospital {number}",
        Sites = [new HospitalSite { SiteId = siteId, Name = "", Protocol = EndpointProtocol.Sip, Ports = 1, Active = true }],
    };

    private static KnownClosures Closed(int number) => new()
    {
        SiteId = $"{Id(number)}-1",
        Closures = [],
        Weekly = [new WeeklyClosure { Day = ClosedOn[number / 5 % ClosedOn.Length], From = new TimeOnly(12, 0), To = TimeOnly.MinValue, Reason = "" }],
    };

    private static Guid Id(Random chance)
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static IEnumerable<SiteBooking> Booked(int number, Random chance)
    {
        for (var day = 0; day < Days; day++)
        {
            var date = First.AddDays(day);
            if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || (date.DayOfWeek == DayOfWeek.Thursday && day / 7 % FreeThursdayEvery == 2) || chance.Next(3) == 0)
                continue;
            var start = Tokyo.At(date, new TimeOnly(12, 0)).AddMinutes(chance.Next(84) * 5);
            yield return new SiteBooking { ConferenceId = Id(chance), SiteId = $"{Id(number)}-1", Start = start, End = start.AddMinutes(60) };
        }
    }
}
