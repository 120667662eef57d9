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
    /// <returns>Why they do not; null where they do.</returns>
    public static Remark? WhyNot(BookedSlot slot, BookedSlot found, IReadOnlyList<PortBooking> ports)
    {
        var needs = found.Sites.ToDictionary(site => site.SiteId, site => site.Ports);
        var now = slot with { Sites = [.. slot.Sites.Where(site => needs.ContainsKey(site.SiteId)).Select(site => site with { Ports = needs[site.SiteId] })] };
        return PortNeeds.Of(now).All(need => need.Ports <= Booked(need.BridgeId))
            ? null
            : Wording.Say("ports_outgrown", "参加施設の端末に必要な接続ポートが増え、確保した数では足りなくなりました。", "Its sites need more bridge ports than were reserved.");

        // As many at every moment, whichever they are.
        int Booked(string bridgeId) => ports.Where(row => row.BridgeId == bridgeId && row.Start <= slot.Start && row.End > slot.Start).Sum(row => row.LastPort - row.FirstPort + 1);
    }
}
