using Conference.Booking.Bridges;
using Conference.Booking.Holds;
using CsCheck;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Booking;

public sealed class BookedTimesTests
{
    private static readonly DateTimeOffset Origin = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Gen<(DateTimeOffset Start, DateTimeOffset End)> Times =
        Gen.Select(Gen.Int[0, 4000], Gen.Int[5, 1440], (start, length) => (Origin.AddMinutes(start), Origin.AddMinutes(start + length)));

    private static readonly Gen<(int Conference, int Site, DateTimeOffset Start, DateTimeOffset End, bool Freed)> Bookings =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 4], Times, Gen.Bool, (conference, site, time, freed) => (conference, site, time.Start, time.End, freed));

    [Fact]
    public void OfSitesAndBridges_AfterAnyChanges_FindsWhatAPlainListFinds() =>
        Gen.Select(Bookings.Array[0, 40], Times).Sample((changes, window) =>
        {
            var booked = new BookedTimes([], []);
            var plain = new Dictionary<Guid, (SiteBooking Site, PortBooking Ports)>();
            foreach (var (conference, at, start, end, freed) in changes)
            {
                var id = new Guid(conference, 0, 0, new byte[8]);
                var site = new SiteBooking { ConferenceId = id, SiteId = $"S{at}", Start = start, End = end };
                var ports = new PortBooking { ConferenceId = id, BridgeId = $"B{at % 2}", FirstPort = 1, LastPort = 2, Start = start, End = end };
                if (freed)
                {
                    plain.Remove(id);
                    booked.Remove(id);
                }
                else
                {
                    plain[id] = (site, ports);
                    booked.Put(id, [site], [ports]);
                }
            }

            var (from, to) = window;
            booked.OfSites(["S0", "S1"], from, to).ShouldBe(
                plain.Values.Select(row => row.Site).Where(row => row.SiteId is "S0" or "S1" && row.Start < to && row.End > from), ignoreOrder: true);
            booked.OfBridges(["B1"], from, to).ShouldBe(
                plain.Values.Select(row => row.Ports).Where(row => row.BridgeId == "B1" && row.Start < to && row.End > from), ignoreOrder: true);
        });
}
