using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using CsCheck;

namespace Conference.UnitTests.Booking;

/// <summary>Random wishes of up to five hospitals: a fixed start, or a window of up to three days.</summary>
internal static class Wishes
{
    private static readonly Gen<SlotParticipant[]> Participants = Gen.Select(
        Gen.Shuffle(Enumerable.Range(1, Networks.Hospitals).ToArray()), Gen.Int[1, Networks.Hospitals], Gen.Bool.Array[Networks.Hospitals], Gen.Int[0, 15].Array[Networks.Hospitals], Gen.Int[0, 40],
        (order, count, required, sites, odd) => order.Take(count).Select((number, index) => new SlotParticipant
        {
            HospitalId = odd == number ? "H9999" : Networks.Id(number),
            Required = index == 0 || required[index],
            SiteId = sites[index] is 1 or 2 ? $"{Networks.Id(number)}-{sites[index]}" : null,
        }).ToArray());

    private static readonly Gen<PreferredTimes?> Preferred = Gen.Select(Gen.Int[0, 3], Gen.Enum<Weekday>().Array[0, 3], Gen.Int[0, 18], Gen.Int[1, 5], (which, days, from, hours) => which == 0 ? null : new PreferredTimes
    {
        Days = days,
        From = which is 1 or 3 ? new TimeOnly(from, 30) : null,
        To = which is 2 or 3 ? new TimeOnly(from + hours, 10) : null,
    });

    public static Gen<SlotCriteria> Of(Place place) => Gen.Select(
        Gen.Int[1, 24], Gen.Int[0, 2], Gen.Int[0, 2],
        Gen.Select(Gen.Int[0, 20], Gen.Int[1, 16], Gen.Bool, Gen.Enum<Weekday>().Array[3, 7]),
        Participants, Gen.Select(Gen.Int[0, 1000], Gen.Bool, Gen.Int[0, 8], Gen.Enum<Profession>().Array[0, 3]), Networks.Ranges(place, 90).Array[0, 2], Gen.Select(Gen.Bool, Preferred),
        (length, first, more, hours, participants, moment, avoid, rest) => new SlotCriteria
        {
            Kind = rest.Item1 ? ConferenceKind.ConnectionTest : ConferenceKind.JointCancerBoard,
            DurationMinutes = 10 + (length * 5),
            Start = moment.Item3 == 0 ? place.Start.AddMinutes((moment.Item1 * 5) + 2) : null,
            Window = moment.Item3 == 0 ? null : new DateWindow { From = place.First.AddDays(first), To = place.First.AddDays(first + more) },
            Hours = new LocalHours
            {
                From = new TimeOnly(hours.Item1, 0).AddMinutes(moment.Item1 % 60),
                To = new TimeOnly(Math.Min(hours.Item1 + hours.Item2, 23), 55),
                Days = hours.Item4,
                SkipHolidays = hours.Item3,
            },
            Preferred = rest.Item2,
            Participants = participants,
            NotBefore = moment.Item2 ? place.Start.AddMinutes(moment.Item1 * 3) : null,
            Avoid = avoid,
            Professions = moment.Item4,
        });
}
