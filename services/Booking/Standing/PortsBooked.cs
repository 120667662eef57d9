using Conference.Booking.Availability;
using Conference.Booking.Bridges;
using Conference.Contracts;
using Conference.Contracts.Booking;

namespace Conference.Booking.Standing;

/// <summary>Whether the ports that a slot has booked still do for it. That others would do is no help while they are not booked.</summary>
internal static class PortsBooked
{
    /// <param name="slot">As it was booked.</param>
    /// <param name="found">As it could be had now: who can take part, and what each needs.</param>
    /// <param name="ports">What is booked for it.</param>
    /// <param name="bridges">The bridges as they are now.</param>
    /// <returns>Why they do not; null where they do.</returns>
    public static Remark? WhyNot(BookedSlot slot, BookedSlot found, IReadOnlyList<PortBooking> ports, IReadOnlyList<BridgeUse> bridges)
    {
        var needs = found.Sites.ToDictionary(site => site.SiteId, site => site.Ports);
        var now = slot with { Sites = [.. slot.Sites.Where(site => needs.ContainsKey(site.SiteId)).Select(site => site with { Ports = needs[site.SiteId] })] };
        if (!Connect(bridges, now))
            return Wording.Say("bridge_out_of_reach", "接続装置の対象範囲または連結の設定が変わり、予約した接続装置では参加施設をすべて接続できなくなりました。", "The bridge that was booked no longer serves all of its sites, or is no longer linked to the other.");
        return PortNeeds.Of(now).All(need => need.Ports <= Booked(need.BridgeId))
            ? null
            : Wording.Say("ports_outgrown", "参加施設の端末に必要な接続ポートが増え、確保した数では足りなくなりました。", "Its sites need more bridge ports than were reserved.");

        // As many at every moment, whichever they are.
        int Booked(string bridgeId) => ports.Where(row => row.BridgeId == bridgeId && row.Start <= slot.Start && row.End > slot.Start).Sum(row => row.LastPort - row.FirstPort + 1);
    }

    private static bool Connect(IReadOnlyList<BridgeUse> bridges, BookedSlot slot) =>
        slot.Sites.All(site => bridges.Any(bridge => bridge.BridgeId == (site.BridgeId ?? slot.BridgeId) && bridge.Reaches(site.HospitalId)))
        && (slot.LinkedBridgeId is not { } linked || bridges.Any(bridge => bridge.BridgeId == slot.BridgeId && bridge.Links.Contains(linked)));
}
