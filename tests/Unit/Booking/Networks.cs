using Conference.Booking;
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
internal sealed record Search(SlotCriteria Criteria, NetworkSnapshot Network, SearchRules Rules);

/// <summary>Random small networks with every rule on, around days on which the clock changes.</summary>
internal static class Networks
{
    private const int Hospitals = 5;
    private const int StepsIn6Days = 6 * 288;

    private static readonly Gen<(NetworkTime Time, DateOnly First)> Places = Gen.OneOf(
        Gen.Const((Zone("Asia/Tokyo"), new DateOnly(2026, 12, 28))),
        Gen.Const((Zone("Europe/Berlin"), new DateOnly(2026, 3, 27))),
        Gen.Const((Zone("Europe/Berlin"), new DateOnly(2026, 10, 23))));

    public static readonly Gen<Search> Searches = Places.SelectMany(place => Gen.Select(Snapshots(place), Wishes(place), Rules(place.Time), (network, wish, rules) => new Search(wish, network, rules)));

    public static NetworkTime Zone(string id) => new(TimeZoneInfo.FindSystemTimeZoneById(id));

    private static Gen<SearchRules> Rules(NetworkTime time) => Gen.Select(Gen.Int[0, 5].Select(fives => fives * 5), Gen.Bool.Select(wide => wide ? 30 : 0), Gen.Bool, (setup, spacing, block) => new SearchRules(
        time,
        new BookingOptions { SetupMinutes = setup, ConnectionTest = block ? ConnectionTestRule.Block : ConnectionTestRule.Warn },
        new RankingOptions { SpacingMinutes = spacing }));

    private static Gen<TimeRange> Ranges((NetworkTime Time, DateOnly First) place, int longestMinutes) =>
        Gen.Select(Gen.Int[0, StepsIn6Days], Gen.Int[1, longestMinutes], Gen.Int[0, 4], Gen.Bool, (step, minutes, odd, even) =>
        {
            var start = place.Time.StartOf(place.First).AddMinutes((step * 5) - 1440 + (even ? 0 : odd));
            return new TimeRange { Start = start, End = start.AddMinutes(even ? ((minutes / 5) + 1) * 5 : minutes) };
        });

    private static Gen<SlotCriteria> Wishes((NetworkTime Time, DateOnly First) place) => Gen.Select(
        Gen.Int[1, 24], Gen.Int[0, 2], Gen.Int[0, 2],
        Gen.Select(Gen.Int[0, 20], Gen.Int[1, 16], Gen.Bool, Gen.Enum<Weekday>().Array[3, 7]),
        Participants, Gen.Select(Gen.Int[0, 1000], Gen.Bool, Gen.Int[0, 8], Gen.Enum<Profession>().Array[0, 3]), Ranges(place, 90).Array[0, 2], Gen.Bool,
        (length, first, more, hours, participants, moment, avoid, test) => new SlotCriteria
        {
            Kind = test ? ConferenceKind.ConnectionTest : ConferenceKind.JointCancerBoard,
            DurationMinutes = 10 + (length * 5),
            Start = moment.Item3 == 0 ? place.Time.StartOf(place.First).AddMinutes((moment.Item1 * 5) + 2) : null,
            Window = moment.Item3 == 0 ? null : new DateWindow { From = place.First.AddDays(first), To = place.First.AddDays(first + more) },
            Hours = new LocalHours
            {
                From = new TimeOnly(hours.Item1, 0).AddMinutes(moment.Item1 % 60),
                To = new TimeOnly(Math.Min(hours.Item1 + hours.Item2, 23), 55),
                Days = hours.Item4,
                SkipHolidays = hours.Item3,
            },
            Participants = participants,
            NotBefore = moment.Item2 ? place.Time.StartOf(place.First).AddMinutes(moment.Item1 * 3) : null,
            Avoid = avoid,
            Professions = moment.Item4,
        });

    private static readonly Gen<SlotParticipant[]> Participants = Gen.Select(Gen.Shuffle(Enumerable.Range(1, Hospitals).ToArray()), Gen.Int[1, Hospitals], Gen.Bool.Array[Hospitals], Gen.Int[0, 40], (order, count, required, odd) =>
        order.Take(count).Select((number, index) => new SlotParticipant { HospitalId = odd == number ? "H9999" : Id(number), Required = index == 0 || required[index] }).ToArray());

    private static Gen<NetworkSnapshot> Snapshots((NetworkTime Time, DateOnly First) place) => Gen.Select(
        Sites(place).Array[Hospitals], Gen.Select(Gen.Int[1, 3], Professions).Array[Hospitals], Bridge(place, "north"), Bridge(place, "south"), Gen.Int[0, 1500], Gen.Int[0, 5], Gen.Bool,
        (sites, ports, north, south, now, holiday, two) => new NetworkSnapshot
        {
            Now = place.Time.StartOf(place.First).AddMinutes(now),
            Hospitals = Enumerable.Range(1, Hospitals).ToDictionary(Id, number => Hospital(number, ports[number - 1].Item1, ports[number - 1].Item2)),
            Sites = Enumerable.Range(1, Hospitals).ToDictionary(number => $"{Id(number)}-1", number => sites[number - 1]),
            RestDays = new RestDays([new Holiday { Date = place.First.AddDays(holiday), NameJa = "休", NameEn = "Rest" }]),
            Bridges = two ? [north, south] : [north with { Links = [] }],
        });

    private static Gen<SiteFacts> Sites((NetworkTime Time, DateOnly First) place) => Gen.Select(
        Ranges(place, 300).Array[0, 6], Ranges(place, 900).Array[0, 2], Weekly.Array[0, 2], Gen.Bool, Gen.Int[0, 9000], Gen.Bool,
        (booked, closed, weekly, holidays, tested, hasTest) => new SiteFacts
        {
            Booked = booked,
            Closures = new KnownClosures { SiteId = "", Closures = [.. closed.Select(range => new Closure { From = range.Start, To = range.End, Reason = "" })], Weekly = weekly, ClosedOnHolidays = holidays },
            TestedUntil = hasTest ? place.Time.StartOf(place.First).AddMinutes(tested) : null,
        });

    private static readonly Gen<WeeklyClosure> Weekly = Gen.Select(Gen.Enum<Weekday>(), Gen.Int[0, 22], Gen.Int[1, 12], (day, from, hours) => new WeeklyClosure
    {
        Day = day,
        From = new TimeOnly(from, 30),
        To = from + hours > 23 ? TimeOnly.MinValue : new TimeOnly(from + hours, 45),
        Reason = "",
    });

    private static Gen<BridgeUse> Bridge((NetworkTime Time, DateOnly First) place, string id) => Gen.Select(
        Gen.Int[0, 9], Gen.Select(Ranges(place, 600), Gen.Int[1, 3]).Array[0, 12], Reaches, Gen.Bool, Ranges(place, 900).Array[0, 1],
        (ports, uses, reach, linked, down) => new BridgeUse(id, ports, [.. uses.Select(use => new PortUse(1, use.Item2, use.Item1.Start, use.Item1.End))])
        {
            Reach = reach,
            Links = linked && id == "north" ? ["south"] : [],
            Maintenance = new KnownClosures { SiteId = id, Closures = [.. down.Select(range => new Closure { From = range.Start, To = range.End, Reason = "" })], Weekly = [] },
        });

    private static readonly Gen<string[]> Reaches = Gen.OneOf(
        Gen.Const(Array.Empty<string>()), Gen.Const(Array.Empty<string>()), Gen.Const(new[] { "13" }), Gen.Const(new[] { "14" }),
        Gen.Int[1, Hospitals].Array[1, 4].Select(numbers => numbers.Select(Id).ToArray()));

    private static readonly Gen<BroughtProfession[]> Professions = Gen.Select(Gen.Enum<Profession>(), Gen.Enum<Weekday>().Array[1, 5], (profession, days) => new BroughtProfession { Profession = profession, Days = days }).Array[0, 8];

    private static KnownHospital Hospital(int number, int ports, BroughtProfession[] professions) => new()
    {
        HospitalId = Id(number),
        NameJa = $"第{number}病院",
        NameEn = $"Hospital {number}",
        Sites = [new HospitalSite { SiteId = $"{Id(number)}-1", Name = "会議室", Protocol = EndpointProtocol.Sip, Ports = ports, Active = true }],
        Professions = professions,
    };

    private static string Id(int number) => $"H130{number}";
}
