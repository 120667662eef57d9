using Conference.Booking.Availability;
using Conference.Contracts.Booking;
using CsCheck;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Booking;

public sealed class RelaxationsProperties
{
    private const int Rounds = 5_000;

    [Fact]
    public void Granted_NothingFits_AreTheCheapestOfEachKindThatTheOracleGrants() => Networks.Searches.Sample(
        search =>
        {
            if (Explain(search) is not { Relaxations: var offered })
                return;

            var kinds = PlainRelaxations.Of(search.Criteria, new Oracle(search)).GroupBy(wish => wish.Code).ToList();
            if (offered.Any(one => !one.Change.Code.Contains("_and_", StringComparison.Ordinal)))
                offered.ShouldAllBe(one => !one.Change.Code.Contains("_and_", StringComparison.Ordinal));
            foreach (var kind in kinds)
            {
                var one = offered.SingleOrDefault(one => one.Change.Code == kind.Key);
                var granted = kind.FirstOrDefault(wish => new Oracle(search with { Criteria = wish.Criteria }).Feasible().Any());
                (one is null).ShouldBe(granted is null, kind.Key);
                if (one is null || granted is null)
                    continue;
                Oracle.IsFeasible(search with { Criteria = granted.Criteria }, one.Start).ShouldBeTrue(one.Change.Ja);
                one.DurationMinutes.ShouldBe(granted.Criteria.DurationMinutes);
                one.Change.Ja.ShouldContain(granted.Said);
            }
        },
        iter: Rounds);

    private static SlotExplanation? Explain(Search search) => new SlotFinder(search.Rules).Find(search.Criteria, search.Network, 1).Explanation;
}
