using Conference.Booking.Availability;
using Conference.Contracts.Booking;

namespace Conference.Booking.Bridges;

/// <summary>The ports that a slot takes on each of its bridges; where there are two, one of each is the link's.</summary>
internal static class PortNeeds
{
    private const int LinkPorts = 1;

    public static IEnumerable<(string BridgeId, int Ports)> Of(BookedSlot slot) => slot.LinkedBridgeId is { } linked
        ? [(slot.BridgeId, LinkPorts + On(slot, slot.BridgeId)), (linked, LinkPorts + On(slot, linked))]
        : [(slot.BridgeId, slot.Sites.Sum(site => site.Ports))];

    /// <summary>Ports for the slot, the time to set up included, beside what the conference has for other candidates; null where they are short.</summary>
    public static List<PortBooking>? Book(Guid conferenceId, BookedSlot slot, NetworkSnapshot network, SearchRules rules, IReadOnlyCollection<PortBooking>? own = null, int candidate = 0)
    {
        var booked = new List<PortBooking>();
        foreach (var (bridgeId, ports) in Of(slot))
        {
            var bridge = network.Bridges.First(bridge => bridge.BridgeId == bridgeId);
            var others = bridge.Within(slot.Start - rules.Setup, slot.End)
                .Concat((own ?? []).Where(row => row.BridgeId == bridgeId).Select(row => new PortUse(row.FirstPort, row.LastPort, row.Start, row.End)));
            if (PortAllocation.Allocate(new BridgeUse(bridgeId, bridge.Ports, [.. others]), ports, slot.Start - rules.Setup, slot.End) is not { } runs)
                return null;
            booked.AddRange(runs.Select(run => new PortBooking
            {
                ConferenceId = conferenceId,
                BridgeId = bridgeId,
                FirstPort = run.FirstPort,
                LastPort = run.LastPort,
                Start = run.Start,
                End = run.End,
                Candidate = candidate,
            }));
        }

        return booked;
    }

    private static int On(BookedSlot slot, string bridgeId) => slot.Sites.Where(site => site.BridgeId == bridgeId).Sum(site => site.Ports);
}
