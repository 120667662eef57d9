using Conference.Booking.Availability;
using Conference.Contracts.Booking;
using CsCheck;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Booking;

public sealed class SlotFinderProperties
{
    private const int Rounds = 3_000;

    [Fact]
    public void Feasible_RandomNetworks_AreTheStartsOfTheOracle() => Networks.Searches.Sample(
        search =>
        {
            var lineup = Lineup.Of(search.Criteria, search.Network);
            var board = SearchBoard.Of(search.Criteria, lineup, search.Network, search.Rules);
            if (lineup.Impossible.Count == 0)
                board.Feasible().SetSteps().Select(board.Grid.At).ShouldBe(new Oracle(search).Feasible());
        },
        iter: Rounds);

    [Fact]
    public void Find_RandomNetworks_SuggestsBookableSlotsBestFirst() => Networks.Searches.Sample(
        search =>
        {
            var result = new SlotFinder(search.Rules).Find(search.Criteria, search.Network, 10);
            var oracle = new Oracle(search);

            result.Suggestions.Any().ShouldBe(oracle.Feasible().Any());
            result.Suggestions.Select(suggestion => -suggestion.Score).ShouldBeInOrder();
            foreach (var suggestion in result.Suggestions)
                CheckSlot(suggestion, oracle, search.Criteria);
        },
        iter: Rounds);

    [Fact]
    public void Find_AskedTwice_AnswersTheSame() => Networks.Searches.Sample(
        search =>
        {
            var finder = new SlotFinder(search.Rules);
            Text(finder.Find(search.Criteria, search.Network, 10)).ShouldBe(Text(finder.Find(search.Criteria, search.Network, 10)));
        },
        iter: Rounds / 10);

    private static void CheckSlot(SlotSuggestion suggestion, Oracle oracle, SlotCriteria criteria)
    {
        var (bridge, optional) = oracle.Best(suggestion.Slot.Start);
        var required = criteria.Participants.Where(participant => participant.Required).Select(participant => participant.HospitalId);

        oracle.Feasible().ShouldContain(suggestion.Slot.Start);
        suggestion.Slot.End.ShouldBe(suggestion.Slot.Start.AddMinutes(criteria.DurationMinutes));
        suggestion.Slot.BridgeId.ShouldBe(bridge);
        suggestion.Slot.Sites.Select(site => site.HospitalId).ShouldBe(required.Concat(optional), ignoreOrder: true);
        suggestion.LeftOut.ShouldBe(criteria.Participants.Select(participant => participant.HospitalId).Except(required).Except(optional), ignoreOrder: true);
    }

    private static string Text(SlotSearchResult result) => System.Text.Json.JsonSerializer.Serialize(result);
}
