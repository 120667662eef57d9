using Conference.Booking;
using Conference.Booking.Availability;
using Conference.Contracts.Requests;
using Conference.Platform.Time;
using CsCheck;

namespace Conference.UnitTests.Booking;

/// <summary>Random rules: every weight, and hours and days of notice that lie within the few days of a network.</summary>
internal static class RandomRules
{
    private const int Weights = 13;

    private static readonly Gen<RankingOptions> Ranking = Gen.Select(
        Gen.Int[0, 500].Array[Weights], Gen.Enum<Weekday>().Array[0, 2], Gen.Int[0, 20], Gen.Int[1, 3], Gen.Int[0, 48], Gen.Int[0, 40], Gen.Int[0, 6],
        (weights, days, from, hours, spacing, evening, notice) => new RankingOptions
        {
            OptionalHospitals = weights[0],
            Professions = weights[1],
            Earliness = weights[2],
            PreferredHours = weights[3],
            PreferredFrom = new TimeOnly(from, 20),
            PreferredTo = new TimeOnly(from + hours, 40),
            PreferredDays = weights[4],
            PreferredWeekdays = [.. days],
            RequestedDays = weights[5],
            RequestedHours = weights[6],
            RoundStart = weights[7],
            PortsLeft = weights[8],
            Spacing = weights[9],
            SpacingMinutes = spacing < 40 ? spacing * 3 : spacing * 5,
            EveningLoad = weights[10],
            EveningSpread = weights[11],
            EveningFrom = new TimeOnly(12, 0).AddMinutes(evening * 10),
            LeadTime = weights[12],
            LeadTimeDays = notice,
        });

    public static Gen<SearchRules> Of(NetworkTime time) => Gen.Select(Gen.Int[0, 5], Gen.Bool, Ranking, (fives, block, ranking) =>
        new SearchRules(time, new BookingOptions { SetupMinutes = fives * 5, ConnectionTest = block ? ConnectionTestRule.Block : ConnectionTestRule.Warn }, ranking));
}
