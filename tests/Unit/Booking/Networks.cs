using Conference.Booking.Availability;
using Conference.Booking.Bridges;
using Conference.Booking.Network;
using Conference.Contracts.Booking;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;
using Conference.Platform.Time;
using CsCheck;

namespace Conference.UnitTests.Booking;

/// <summary>A wish and the network in which it is sought.</summary>
internal sealed record Search(SlotCriteria Criteria, NetworkSnapshot Network, SearchRules Rules, IReadOnlyList<DateOnly> Holidays);

/// <summary>A stretch of days around which all of a random network lies.</summary>
internal sealed record Place(NetworkTime Time, DateOnly First)
{
    public DateTimeOffset Start => Time.StartOf(First);
}

/// <summary>Random small networks with every rule on, around days on which the clock changes.</summary>
internal static class Networks
{
    public const int Hospitals = 5;

    private const int SitesEach = 2;
    private const int StepsIn6Days = 6 * 288;

    private static readonly Gen<Place> Places = Gen.OneOf(
        Gen.Const(new Place(Zone("Asia/Tokyo"), new DateOnly(2026, 12, 28))),
        Gen.Const(new Place(Zone("Europe/Berlin"), new DateOnly(2026, 3, 27))),
        Gen.Const(new Place(Zone("Europe/Berlin"), new DateOnly(2026, 10, 23))));

    public static readonly Gen<Search> Searches = Places.SelectMany(place => Gen.Select(
        Snapshots(place), Gen.Int[0, 5].Array[0, 2], Wishes.Of(place), RandomRules.Of(place.Time), (network, rest, wish, rules) =>
        {
            var holidays = rest.Select(place.First.AddDays).ToList();
            return new Search(wish, network with { RestDays = new RestDays(holidays.Select(day => new Holiday { Date = day, NameJa = "休", NameEn = "Rest" })) }, rules, holidays);
        }));

    public static NetworkTime Zone(string id) => new(TimeZoneInfo.FindSystemTimeZoneById(id));

    public static string Id(int number) => $"H130{number}";

    /// <summary>Stretches of time, most on the clock's five minutes.</summary>
    public static Gen<TimeRange> Ranges(Place place, int longestMinutes) =>
        Gen.Select(Gen.Int[0, StepsIn6Days], Gen.Int[1, longestMinutes], Gen.Int[0, 4], Gen.Bool, (step, minutes, odd, even) =>
        {
            var start = place.Start.AddMinutes((step * 5) - 1440 + (even ? 0 : odd));
            return new TimeRange { Start = start, End = start.AddMinutes(even ? ((minutes / 5) + 1) * 5 : minutes) };
        });

    // In the weeks around: there it is the evenings that count.
    private static Gen<TimeRange> Evenings(Place place) => Gen.Select(Gen.Int[-24, 28], Gen.Int[0, 96], (day, step) =>
    {
        var start = place.Time.At(place.First.AddDays(day), new TimeOnly(14, 0)).AddMinutes(step * 5);
        return new TimeRange { Start = start, End = start.AddMinutes(60) };
    });

    private static Gen<NetworkSnapshot> Snapshots(Place place) => Gen.Select(
        Facts(place).Array[Hospitals * SitesEach], Members.Array[Hospitals], Bridge(place, "north", "south"), Bridge(place, "south", "north"), Gen.Int[0, 1500], Gen.Bool,
        (facts, members, north, south, now, two) => new NetworkSnapshot
        {
            Now = place.Start.AddMinutes(now),
            Hospitals = Enumerable.Range(1, Hospitals).ToDictionary(Id, number => members[number - 1](number)),
            Sites = Enumerable.Range(0, Hospitals * SitesEach).ToDictionary(index => $"{Id(1 + (index / SitesEach))}-{1 + (index % SitesEach)}", index => facts[index]),
            RestDays = new RestDays([]),
            Bridges = two ? [north, south] : [north with { Links = [] }],
        });

    private static Gen<SiteFacts> Facts(Place place) => Gen.Select(
        Ranges(place, 300).Array[0, 6], Evenings(place).Array[0, 6], Ranges(place, 900).Array[0, 2], Weekly.Array[0, 2], Gen.Bool, Gen.Int[0, 9000], Gen.Bool,
        (booked, evenings, closed, weekly, holidays, tested, hasTest) => new SiteFacts
        {
            Booked = [.. booked.Concat(evenings).OrderBy(time => time.Start)],
            Closures = Closures(closed, weekly, holidays),
            TestedUntil = hasTest ? place.Start.AddMinutes(tested) : null,
        });

    private static KnownClosures Closures(TimeRange[] once, WeeklyClosure[] weekly, bool onHolidays = false) =>
        new() { SiteId = "", Closures = [.. once.Select(range => new Closure { From = range.Start, To = range.End, Reason = "" })], Weekly = weekly, ClosedOnHolidays = onHolidays };

    private static readonly Gen<WeeklyClosure> Weekly = Gen.Select(Gen.Enum<Weekday>(), Gen.Int[0, 22], Gen.Int[1, 12], (day, from, hours) => new WeeklyClosure
    {
        Day = day,
        From = new TimeOnly(from, 30),
        To = from + hours > 23 ? TimeOnly.MinValue : new TimeOnly(from + hours, 45),
        Reason = "",
    });

    private static Gen<BridgeUse> Bridge(Place place, string id, string other) => Gen.Select(
        Gen.Int[0, 9], Gen.Select(Ranges(place, 600), Gen.Int[1, 3]).Array[0, 12], Reaches, Gen.Bool, Ranges(place, 900).Array[0, 1], Weekly.Array[0, 1],
        (ports, uses, reach, linked, down, weekly) => new BridgeUse(id, ports, [.. uses.Select(use => new PortUse(1, use.Item2, use.Item1.Start, use.Item1.End))])
        {
            Reach = reach,
            Links = linked ? [other] : [],
            Maintenance = Closures(down, weekly),
        });

    private static readonly Gen<string[]> Reaches = Gen.OneOf(
        Gen.Const(Array.Empty<string>()), Gen.Const(Array.Empty<string>()), Gen.Const(new[] { "13" }), Gen.Const(new[] { "14" }),
        Gen.Int[1, Hospitals].Array[1, 4].Select(numbers => numbers.Select(Id).ToArray()));

    private static readonly Gen<BroughtProfession[]> Professions = Gen.Select(Gen.Enum<Profession>(), Gen.Enum<Weekday>().Array[1, 5], (profession, days) => new BroughtProfession { Profession = profession, Days = days }).Array[0, 8];

    /// <summary>A hospital but for its number: one has left now and then, has a second site, or its first out of use.</summary>
    private static readonly Gen<Func<int, KnownHospital>> Members = Gen.Select(
        Gen.Int[1, 3].Array[SitesEach], Gen.Int[0, 11], Gen.Int[0, 2], Gen.Int[0, 19], Professions, (ports, idle, second, left, professions) => (Func<int, KnownHospital>)(number => new KnownHospital
        {
            HospitalId = Id(number),
            NameJa = "院",
            NameEn = "Hospital",
            Withdrawn = left == 0,
            Sites = [.. Enumerable.Range(1, second == 0 ? SitesEach : 1).Select(site => new HospitalSite
            {
                SiteId = $"{Id(number)}-{site}",
                Name = "",
                Protocol = EndpointProtocol.Url,
                Ports = ports[site - 1],
                Active = site != 1 || idle != 0,
            })],
            Professions = professions,
        }));
}
