using Conference.Booking.Availability;
using Conference.Booking.Bridges;
using Shouldly;
using Xunit;
using static Conference.UnitTests.Booking.TwoHospitals;

namespace Conference.UnitTests.Booking;

public sealed class RelaxationsTests
{
    [Fact]
    public void Find_GapOf45Minutes_OffersToShortenBy15()
    {
        var network = Network(("H1301", new SiteFacts { Booked = [Range(At(10, 16, 0), At(10, 17, 30)), Range(At(10, 18, 15), At(10, 20, 0))] }));

        var relaxation = Find(Wish(Thursday, Thursday, "H1301"), network).Explanation!.Relaxations[0];

        relaxation.Change.En.ShouldBe("Shortened by 15 minutes, it fits from Thu 10 Dec 17:30.");
        (relaxation.Start, relaxation.DurationMinutes).ShouldBe((At(10, 17, 30), 45));
    }

    [Fact]
    public void Find_PortsTaken_OffersToMakeAsManyOptionalAsAreMissing()
    {
        var network = Many(10) with { Bridges = [new BridgeUse("national", 60, [new PortUse(1, 53, At(1, 0, 0), At(30, 0, 0))])] };

        var explanation = Find(Wish(Thursday, Thursday, [.. network.Hospitals.Keys]) with { HostHospitalId = "H1301" }, network).Explanation!;

        explanation.Summary.Code.ShouldBe("ports_taken");
        explanation.Relaxations.ShouldHaveSingleItem().MakeOptional.ShouldBe(["H1308", "H1309", "H1310"]);
    }

    [Fact]
    public void Find_SeveralPortsASite_GivesUpTheFewest()
    {
        var network = Many(5);
        network.Hospitals["H1302"].Sites = [network.Hospitals["H1302"].Sites[0] with { Ports = 3 }];

        var explanation = Find(Wish(Thursday, Thursday, [.. network.Hospitals.Keys]) with { HostHospitalId = "H1301" }, network with { Bridges = [new BridgeUse("national", 4, [])] }).Explanation!;

        explanation.Relaxations.ShouldHaveSingleItem().MakeOptional.ShouldBe(["H1302"]);
    }

    [Fact]
    public void Find_NoCommonBridge_OffersToDoWithoutThoseThatTheOtherServes()
    {
        var network = Network() with { Bridges = [new BridgeUse("east", 5, []) { Reach = ["13"] }, new BridgeUse("west", 5, []) { Reach = ["14"] }] };

        var explanation = Find(Wish(Thursday, Thursday, "H1301", "H1401") with { HostHospitalId = "H1401" }, network).Explanation!;

        explanation.Summary.Code.ShouldBe("no_common_bridge");
        explanation.Relaxations.ShouldHaveSingleItem().MakeOptional.ShouldBe(["H1301"]);
    }

    [Fact]
    public void Find_NothingAloneHelps_OffersTwoThingsTogether()
    {
        // The host is away until Monday and then has gaps of 45 minutes.
        var days = Enumerable.Range(14, 9).Select(day => Range(At(day, 0, 0), At(day, 17, 30))).Concat(Enumerable.Range(14, 9).Select(day => Range(At(day, 18, 15), At(day + 1, 0, 0))));
        var network = Network(("H1301", new SiteFacts { Booked = [Range(At(10, 0, 0), At(14, 0, 0)), .. days, Range(At(23, 0, 0), At(30, 0, 0))] }));

        var relaxations = Find(Wish(Thursday, Thursday, "H1301", "H1401") with { HostHospitalId = "H1301" }, network).Explanation!.Relaxations;

        relaxations[0].Change.Code.ShouldBe("shorten_and_widen_window");
        relaxations[0].Change.Ja.ShouldBe("15分短縮し、期間を4日延ばせば 12/14(月) 17:30 から可能です。");
        relaxations[0].Change.En.ShouldBe("Shortened by 15 minutes and with the window 4 days longer, it fits from Mon 14 Dec 17:30.");
        (relaxations[0].Start, relaxations[0].DurationMinutes).ShouldBe((At(14, 17, 30), 45));
    }

    [Fact]
    public void Find_HostAwayAtFirstAndAnotherAfterwards_OffersLaterWithoutTheOther()
    {
        var network = Network(
            ("H1301", new SiteFacts { Closures = Closed(At(10, 0, 0), At(11, 0, 0)) }),
            ("H1401", new SiteFacts { Closures = Closed(At(11, 0, 0), At(31, 0, 0)) }));

        var relaxation = Find(Wish(Thursday, Thursday, "H1301", "H1401") with { HostHospitalId = "H1301" }, network).Explanation!.Relaxations.ShouldHaveSingleItem();

        relaxation.Change.Ja.ShouldBe("期間を2日延ばし、H1401 みなと病院 を任意参加にすれば 12/11(金) 17:30 から可能です。");
        relaxation.MakeOptional.ShouldBe(["H1401"]);
    }
}
