using Conference.Booking.Availability;
using Conference.Contracts.Booking;
using CsCheck;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Booking;

public sealed class BlockingSetProperties
{
    private const int Rounds = 5_000;

    [Fact]
    public void Smallest_WhateverIsInTheWay_IsWhatTheOracleFinds() => Networks.Searches.Sample(
        search =>
        {
            if (Explain(search) is not { BlockingHospitals: var blocking } explanation)
                return;

            var oracle = new Oracle(search);
            var allowed = oracle.Allowed().ToList();
            switch (explanation.Summary.Code)
            {
                case "hospital_cannot_be_booked":
                    blocking.ShouldBe(oracle.Required.Where(hospital => !oracle.IsBookable(hospital)), ignoreOrder: true);
                    break;
                case "required_never_free":
                    ShouldBeSmallest(blocking, oracle, search.Criteria, allowed);
                    break;
                case "ports_taken":
                    ShouldBeSmallest(blocking, oracle, search.Criteria, allowed.FindAll(oracle.HasPorts));
                    break;
                default:
                    blocking.ShouldBeEmpty();
                    allowed.ShouldNotContain(start => oracle.HasPorts(start));
                    break;
            }
        },
        iter: Rounds);

    private static SlotExplanation? Explain(Search search) => new SlotFinder(search.Rules).Find(search.Criteria, search.Network, 1).Explanation;

    private static void ShouldBeSmallest(IReadOnlyList<string> blocking, Oracle oracle, SlotCriteria wish, List<DateTimeOffset> starts)
    {
        Blocks(blocking).ShouldBeTrue();
        Subsets(oracle.Required).Where(fewer => fewer.Count < blocking.Count).Any(Blocks).ShouldBeFalse();

        bool Blocks(IReadOnlyList<string> hospitals) =>
            starts.TrueForAll(start => hospitals.Any(hospital => !oracle.IsFree(hospital, start, start.AddMinutes(wish.DurationMinutes))));
    }

    private static IEnumerable<List<string>> Subsets(IReadOnlyList<string> items) =>
        Enumerable.Range(0, 1 << items.Count).Select(mask => items.Where((_, index) => (mask & (1 << index)) != 0).ToList());
}
