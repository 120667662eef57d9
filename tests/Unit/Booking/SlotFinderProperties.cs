using Conference.Booking.Availability;
using Conference.Booking.Bridges;
using Conference.Booking.Holds;
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
            var feasible = oracle.Feasible().ToHashSet();

            result.Suggestions.Select(suggestion => (suggestion.Slot.Start, suggestion.Score)).ShouldBe(new PlainRanking(search, oracle).Best(10));
            foreach (var suggestion in result.Suggestions)
                CheckSlot(suggestion, oracle, feasible, search.Criteria);
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

    [Fact]
    public void Find_FromMemory_AnswersAsFromRows() => Networks.Searches.Sample(
        search =>
        {
            var finder = new SlotFinder(search.Rules);
            Text(finder.Find(search.Criteria, InMemory(search), 10)).ShouldBe(Text(finder.Find(search.Criteria, search.Network, 10)));
        },
        iter: Rounds);

    private static NetworkSnapshot InMemory(Search search)
    {
        var (horizon, network) = (new Horizon(search.Network.Now, search.Rules.Evening), search.Network);
        var sites = network.Sites.SelectMany(site => site.Value.Booked.Select(time => new SiteBooking { ConferenceId = Guid.CreateVersion7(), SiteId = site.Key, Start = time.Start, End = time.End })).ToList();
        var ports = network.Bridges.SelectMany(bridge => bridge.Uses.Select(use => new PortBooking
        {
            ConferenceId = Guid.CreateVersion7(),
            BridgeId = bridge.BridgeId,
            FirstPort = use.FirstPort,
            LastPort = use.LastPort,
            Start = use.Start,
            End = use.End,
        })).ToList();
        var picture = new BookedTimes(horizon, sites, ports).Without(null);
        return network with
        {
            Days = horizon.Days,
            Sites = network.Sites.ToDictionary(site => site.Key, site => new SiteFacts
            {
                Closures = site.Value.Closures,
                TestedUntil = site.Value.TestedUntil,
                Times = picture.Sites.GetValueOrDefault(site.Key) ?? horizon.Empty,
                Closed = ClosedTimes.Of(site.Value.Closures, horizon.Grid, horizon.Days, network.RestDays),
            }),
            Bridges = [.. network.Bridges.Select(bridge => new BridgeUse(bridge.BridgeId, bridge.Ports, picture.Bridges.GetValueOrDefault(bridge.BridgeId) ?? horizon.Unused)
            {
                Reach = bridge.Reach,
                Links = bridge.Links,
                Maintenance = bridge.Maintenance,
            })],
        };
    }

    private static void CheckSlot(SlotSuggestion suggestion, Oracle oracle, HashSet<DateTimeOffset> feasible, SlotCriteria criteria)
    {
        var best = oracle.Best(suggestion.Slot.Start)!;
        var optional = best.Optional;
        var required = oracle.Required;

        feasible.ShouldContain(suggestion.Slot.Start);
        suggestion.Slot.End.ShouldBe(suggestion.Slot.Start.AddMinutes(criteria.DurationMinutes));
        (suggestion.Slot.BridgeId, suggestion.Slot.LinkedBridgeId).ShouldBe((best.BridgeId, best.LinkedId));
        suggestion.Slot.Sites.All(site => site.BridgeId == null || site.BridgeId == best.BridgeId || site.BridgeId == best.LinkedId).ShouldBeTrue();
        suggestion.Slot.Sites.Select(site => site.HospitalId).ShouldBe(required.Concat(optional), ignoreOrder: true);
        suggestion.Slot.Sites.Select(site => (site.SiteId, site.Ports)).ShouldBe(suggestion.Slot.Sites.Select(site => (oracle.SiteOf(site.HospitalId)!.SiteId, oracle.SiteOf(site.HospitalId)!.Ports)));
        suggestion.LeftOut.ShouldBe(criteria.Participants.Select(participant => participant.HospitalId).Except(required).Except(optional), ignoreOrder: true);
    }

    private static string Text(SlotSearchResult result) => System.Text.Json.JsonSerializer.Serialize(result);
}
