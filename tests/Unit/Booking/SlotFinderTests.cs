using Conference.Booking.Availability;
using Conference.Booking.Bridges;
using Conference.Contracts.Hospitals;
using Shouldly;
using Xunit;
using static Conference.UnitTests.Booking.TwoHospitals;

namespace Conference.UnitTests.Booking;

public sealed class SlotFinderTests
{
    [Fact]
    public void Find_HospitalClosedAllDay_SaysSoAndOffersAnotherDay()
    {
        var network = Network(("H1401", new SiteFacts { Closures = Closed(At(10, 0, 0), At(11, 0, 0)) }));

        var explanation = Find(Wish(Thursday, Thursday, "H1301", "H1401"), network).Explanation!;

        explanation.BlockingHospitals.ShouldBe(["H1401"]);
        explanation.Blocking.ShouldHaveSingleItem().Ja.ShouldBe("H1401 みなと病院 は 12/10(木) が休診・休止です。");
        explanation.Relaxations[0].Change.Ja.ShouldBe("期間を2日延ばせば 12/11(金) 17:30 から可能です。");
        explanation.Relaxations[1].Change.Ja.ShouldBe("H1401 みなと病院 を任意参加にすれば 12/10(木) 17:30 から可能です。");
    }

    [Fact]
    public void Find_FixedStartAtClosedSite_NamesTheClosure()
    {
        var network = Network(("H1401", new SiteFacts { Closures = Closed(At(10, 18, 0), At(10, 19, 0)) }));
        var wish = Wish(Thursday, Thursday, "H1301", "H1401") with { Window = null, Start = At(10, 17, 32) };

        var explanation = Find(wish, network).Explanation!;

        explanation.Summary.Ja.ShouldBe("指定の時刻では、必須施設がそろって空いている時間がありません。");
        explanation.Blocking.ShouldHaveSingleItem().Code.ShouldBe("site_closed");
    }

    [Fact]
    public void Find_ClosedAtFirstAndBookedThen_NamesBothAndTheHoursOfTheClosure()
    {
        var network = Network(("H1401", new SiteFacts { Closures = Closed(At(10, 17, 0), At(10, 17, 30)), Booked = [Range(At(10, 17, 30), At(10, 20, 0))] }));

        Find(Wish(Thursday, Thursday, "H1301", "H1401"), network).Explanation!.Blocking.Select(remark => remark.Ja)
            .ShouldBe(["H1401 みなと病院 は 12/10(木) 17:00～17:30 が休診・休止です。", "H1401 みなと病院 は 12/10(木) の時間帯に別の予約があります。"]);
    }

    [Fact]
    public void Find_ClosedFromOneNoonToAnother_GivesTheHoursOfTheDaysAtItsEnds()
    {
        var network = Network(("H1401", new SiteFacts { Closures = Closed(At(9, 12, 0), At(11, 19, 45)) }));

        var blocking = Find(Wish(new DateOnly(2026, 12, 9), new DateOnly(2026, 12, 11), "H1301", "H1401"), network).Explanation!.Blocking.ShouldHaveSingleItem();

        blocking.Ja.ShouldBe("H1401 みなと病院 は 12/9(水) 12:00～24:00、12/10(木)、12/11(金) 00:00～19:45 が休診・休止です。");
        blocking.En.ShouldBe("H1401 H1401 is closed on Wed 9 Dec 12:00-24:00, Thu 10 Dec, Fri 11 Dec 00:00-19:45.");
    }

    [Fact]
    public void Find_FixedStartThatRunsIntoAClosureAfterMidnight_NamesTheDayOfTheClosure()
    {
        var network = Network(("H1301", new SiteFacts { Closures = Closed(At(11, 0, 0), At(11, 6, 0)) }));

        Find(Wish(Thursday, Thursday, "H1301") with { Window = null, Start = At(10, 23, 32) }, network).Explanation!.Blocking.ShouldHaveSingleItem().Ja.ShouldBe("H1301 中央病院 は 12/11(金) 00:00～06:00 が休診・休止です。");
    }

    [Fact]
    public void Find_WindowWithinTheNewYear_SaysSoAndOffersTheDaysAfterIt()
    {
        var explanation = Find(Wish(new DateOnly(2026, 12, 29), new DateOnly(2026, 12, 30), "H1301"), Network()).Explanation!;

        explanation.Summary.Code.ShouldBe("only_rest_days");
        explanation.Relaxations.ShouldHaveSingleItem().Change.Ja.ShouldBe("期間を7日延ばせば 1/4(月) 17:30 から可能です。");
    }

    [Fact]
    public void Find_FixedStartTakenOnAFriday_OffersATimeNearItAndTheNextWorkingDay()
    {
        var network = Network(("H1301", new SiteFacts { Booked = [Range(At(11, 10, 0), At(11, 11, 0))] }));

        var relaxations = Find(Wish(Thursday, Thursday, "H1301") with { Window = null, Start = At(11, 10, 0) }, network).Explanation!.Relaxations;

        relaxations.Single(relaxation => relaxation.Change.Code == "other_time").Start.ShouldBeInRange(At(11, 8, 0), At(11, 12, 0));
        relaxations.Single(relaxation => relaxation.Change.Code == "other_day").Start.ShouldBe(At(14, 10, 0));
    }

    [Fact]
    public void Find_PortsTaken_SaysHowManyAreMissing()
    {
        var network = Network() with { Bridges = [new BridgeUse("national", 4, [new PortUse(1, 3, At(10, 0, 0), At(11, 0, 0))])] };

        var explanation = Find(Wish(Thursday, Thursday, "H1301", "H1401"), network).Explanation!;

        explanation.Summary.Code.ShouldBe("ports_taken");
        explanation.Blocking[0].Ja.ShouldBe("接続ポートが不足しています（必要 2、空き最大 1）。");
        explanation.BlockingHospitals.ShouldBeEmpty();
    }

    [Fact]
    public void Find_SiteInNoBridgesReach_SaysSo()
    {
        var network = Network() with { Bridges = [new BridgeUse("kanto", 60, []) { Reach = ["13"] }] };

        var explanation = Find(Wish(Thursday, Thursday, "H1301", "H1401"), network).Explanation!;

        explanation.BlockingHospitals.ShouldBe(["H1401"]);
        explanation.Blocking.ShouldHaveSingleItem().Ja.ShouldBe("H1401 みなと病院 を接続できるブリッジがありません。ブリッジの対象範囲の設定を運用担当者にご確認ください。");
    }

    [Theory]
    [InlineData(0, "bridges_out_of_service")]
    [InlineData(1, "bridge_too_small")]
    public void Find_BridgeWithoutEnoughPortsEver_SaysSo(int ports, string code) =>
        Find(Wish(Thursday, Thursday, "H1301", "H1401"), Network() with { Bridges = [new BridgeUse("national", ports, [])] }).Explanation!.Summary.Code.ShouldBe(code);

    [Fact]
    public void Find_NoBridgeServesBoth_SpansTwoByALinkWhereOneIsConfigured()
    {
        var (east, west) = (new BridgeUse("east", 2, []) { Reach = ["13"] }, new BridgeUse("west", 2, []) { Reach = ["14"] });
        var wish = Wish(Thursday, Thursday, "H1301", "H1401");

        Find(wish, Network() with { Bridges = [east, west] }).Explanation!.Summary.Code.ShouldBe("no_common_bridge");
        var slot = Find(wish, Network() with { Bridges = [east with { Links = ["west"] }, west] }).Suggestions[0].Slot;

        (slot.BridgeId, slot.LinkedBridgeId).ShouldBe(("east", "west"));
        slot.Sites.Select(site => site.BridgeId).ShouldBe(["east", "west"]);
        PortNeeds.Of(slot).ShouldBe([("east", 2), ("west", 2)]);
    }

    [Fact]
    public void Find_BridgeDownForMaintenance_SaysSo()
    {
        var network = Network() with { Bridges = [new BridgeUse("national", 60, []) { Maintenance = Closed(At(10, 0, 0), At(11, 0, 0)) }] };

        Find(Wish(Thursday, Thursday, "H1301"), network).Explanation!.Blocking[0].Code.ShouldBe("bridge_maintenance");
    }

    [Fact]
    public void Find_OnlyBridgeThatReachesIsDown_NamesTheMaintenanceThoughAnotherIsUp()
    {
        var network = Network() with { Bridges = [new BridgeUse("kanto", 60, []) { Maintenance = Closed(At(10, 0, 0), At(11, 0, 0)) }, new BridgeUse("kyushu", 60, []) { Reach = ["40"] }] };

        Find(Wish(Thursday, Thursday, "H1301"), network).Explanation!.Blocking[0].Code.ShouldBe("bridge_maintenance");
    }

    [Fact]
    public void Find_PortsOfTheOnlyBridgeThatReachesTaken_CountsThoseAlone()
    {
        var network = Network() with { Bridges = [new BridgeUse("kanto", 4, [new PortUse(1, 3, At(10, 0, 0), At(11, 0, 0))]), new BridgeUse("kyushu", 60, []) { Reach = ["40"] }] };

        Find(Wish(Thursday, Thursday, "H1301", "H1401"), network).Explanation!.Blocking[0].Ja.ShouldBe("接続ポートが不足しています（必要 2、空き最大 1）。");
    }

    [Fact]
    public void Find_LinkTakesThePorts_CountsThem()
    {
        var (east, west) = (new BridgeUse("east", 2, [new PortUse(1, 1, At(10, 0, 0), At(11, 0, 0))]) { Reach = ["13"], Links = ["west"] }, new BridgeUse("west", 60, []) { Reach = ["14"] });
        var wish = Wish(Thursday, Thursday, "H1301", "H1401");

        Find(wish, Network() with { Bridges = [east, west] }).Explanation!.Blocking[0].Ja.ShouldBe("接続ポートが不足しています（ブリッジ間の連結を含めて必要 4、使える最大 3）。");
        Find(wish, Network() with { Bridges = [new BridgeUse("east", 1, []) { Reach = ["13"], Links = ["west"] }, west] }).Explanation!.Summary.Ja
            .ShouldBe("必須施設の接続には、ブリッジ間の連結を含めて 4 ポート必要ですが、使えるのは最大でも 3 ポートです。");
    }

    [Fact]
    public void Find_BridgeThatServesIsTooSmall_SaysHowManyThatOneHas()
    {
        var network = Network() with { Bridges = [new BridgeUse("kanto", 1, []), new BridgeUse("kyushu", 60, []) { Reach = ["40"] }] };

        Find(Wish(Thursday, Thursday, "H1301", "H1401"), network).Explanation!.Summary.Ja.ShouldBe("必須施設の接続には 2 ポート必要ですが、最大でも 1 ポートです。");
    }

    [Theory]
    [InlineData("H1401", null)]
    [InlineData("H1301", "H1401")]
    public void Find_HospitalClosedForGood_IsOfferedAsOptionalUnlessItIsTheHost(string host, string? optional)
    {
        var network = Network(("H1401", new SiteFacts { Closures = Closed(At(1, 0, 0), At(31, 0, 0)) }));

        var relaxations = Find(Wish(Thursday, Thursday, "H1301", "H1401") with { HostHospitalId = host }, network).Explanation!.Relaxations;

        relaxations.SelectMany(relaxation => relaxation.MakeOptional).FirstOrDefault().ShouldBe(optional);
    }

    [Fact]
    public void Find_OneHospitalMoreThanPorts_OffersToMakeTheLastOptional()
    {
        var network = Many(61);
        var wish = Wish(Thursday, Thursday, [.. network.Hospitals.Keys]) with { HostHospitalId = "H1361" };

        var relaxation = Find(wish, network).Explanation!.Relaxations.ShouldHaveSingleItem();

        (relaxation.Change.Code, relaxation.Start).ShouldBe(("make_optional", At(10, 17, 30)));
        // The host was asked for last of all.
        relaxation.MakeOptional.ShouldBe(["H1360"]);
    }

    [Fact]
    public void Find_WithdrawnOptionalHospital_IsLeftOutWithAWarning()
    {
        var network = Network();
        network.Hospitals["H1401"].Withdrawn = true;
        var wish = Wish(Thursday, Thursday, "H1301", "H1401");

        var suggestion = Find(wish with { Participants = [wish.Participants[0], wish.Participants[1] with { Required = false }] }, network).Suggestions[0];

        suggestion.LeftOut.ShouldBe(["H1401"]);
        suggestion.Warnings.ShouldContain(warning => warning.Code == "hospital_withdrawn");
        Find(wish, network).Explanation!.BlockingHospitals.ShouldBe(["H1401"]);
    }
}
