using Conference.Booking;
using Conference.Booking.Availability;
using Conference.Booking.Bridges;
using Conference.Booking.Network;
using Conference.Contracts.Booking;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Booking;

public sealed class SlotFinderTests
{
    private static readonly SearchRules Rules = new(Networks.Zone("Asia/Tokyo"), new BookingOptions(), new RankingOptions());
    private static readonly DateOnly Thursday = new(2026, 12, 10);

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
    public void Find_GapOf45Minutes_OffersToShortenBy15()
    {
        var network = Network(("H1301", new SiteFacts { Booked = [Range(At(10, 16, 0), At(10, 17, 30)), Range(At(10, 18, 15), At(10, 20, 0))] }));

        var relaxation = Find(Wish(Thursday, Thursday, "H1301"), network).Explanation!.Relaxations[0];

        relaxation.Change.En.ShouldBe("Shortened by 15 minutes, it fits from Thu 10 Dec 17:30.");
        (relaxation.Start, relaxation.DurationMinutes).ShouldBe((At(10, 17, 30), 45));
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

    [Fact]
    public void Find_PathologistOnMondaysOnly_PrefersTheMonday()
    {
        var network = Network();
        network.Hospitals["H1401"].Professions = [new BroughtProfession { Profession = Profession.Pathologist, Days = [Weekday.Mon] }];
        var wish = Wish(Thursday, Thursday.AddDays(5), "H1301", "H1401") with { Professions = [Profession.Pathologist] };

        var suggestions = Find(wish, network).Suggestions;

        suggestions[0].Slot.Start.ShouldBe(At(14, 17, 30));
        suggestions[0].Reasons.ShouldContain(reason => reason.Ja == "希望の 1 職種中 1 職種がそろいます（病理医：H1401 みなと病院）。");
        suggestions.Single(slot => slot.Slot.Start == At(10, 17, 30)).Warnings.ShouldContain(warning => warning.Code == "professions_missing");
    }

    [Fact]
    public void Find_TwoBringAProfession_NamesTheFirstAndCountsTheOther()
    {
        var network = Network();
        foreach (var hospital in network.Hospitals.Values)
            hospital.Professions = [new BroughtProfession { Profession = Profession.Pathologist, Days = [Weekday.Thu] }];
        var wish = Wish(Thursday, Thursday, "H1301", "H1401") with { Professions = [Profession.Pathologist, Profession.Dentist] };

        Find(wish, network).Suggestions[0].Reasons.ShouldContain(reason => reason.Ja == "希望の 2 職種中 1 職種がそろいます（病理医：H1301 中央病院 ほか 1 施設）。" && reason.En == "1 of 2 professions wanted can be there (pathologist: H1301 H1301 and 1 more).");
    }

    [Theory]
    [InlineData(Weekday.Mon, null, 14, 17, 30, "requested_day")]
    [InlineData(null, 19, 10, 19, 0, "requested_hours")]
    [InlineData(Weekday.Mon, 19, 14, 19, 0, "requested_time")]
    public void Find_DayOrHoursPreferredByTheRequest_ComeFirstAndAreSaid(Weekday? weekday, int? from, int day, int hour, int minute, string code)
    {
        var wish = Wish(Thursday, Thursday.AddDays(5), "H1301") with { Preferred = new PreferredTimes { Days = weekday is { } one ? [one] : [], From = from is { } at ? new TimeOnly(at, 0) : null } };

        var suggestions = Find(wish, Network()).Suggestions;

        suggestions[0].Slot.Start.ShouldBe(At(day, hour, minute));
        suggestions[0].Reasons.ShouldContain(reason => reason.Code == code);
        suggestions.ShouldContain(other => !other.Reasons.Any(reason => reason.Code == code));
    }

    [Fact]
    public void Find_DaysThatTheNetworkPrefers_ComeFirstAndAreSaid()
    {
        var rules = Rules with { Ranking = new RankingOptions { PreferredWeekdays = [Weekday.Fri] } };

        var best = new SlotFinder(rules).Find(Wish(Thursday, Thursday.AddDays(5), "H1301"), Network(), 1).Suggestions[0];

        best.Slot.Start.ShouldBe(At(11, 17, 30));
        best.Reasons.ShouldContain(reason => reason.Ja == "集まりやすい曜日です。");
    }

    [Fact]
    public void Find_AnotherBookingNearBy_SaysHowNearItIs_AndTheFartherRanksHigher()
    {
        var network = Network(("H1301", new SiteFacts { Booked = [Range(At(10, 15, 0), At(10, 17, 10))] }));
        SlotSuggestion Asked(int hour, int minute) => Find(Wish(Thursday, Thursday, "H1301", "H1401") with { Window = null, Start = At(10, hour, minute) }, network).Suggestions[0];

        Asked(17, 15).Reasons.ShouldContain(reason => reason.Ja == "別の予約との間隔が最短 5 分で、準備の 10 分に足りません（予約の近い必須施設 1）。");
        Asked(17, 30).Reasons.ShouldContain(reason => reason.Ja == "必須施設のうち 1 施設は前後 60 分以内に別の予約があります（間隔は最短 20 分）。");
        Asked(18, 30).Reasons.ShouldContain(reason => reason.Ja == "必須施設はいずれも、前後 60 分に別の予約がありません。");
        (Asked(18, 0).Score - Asked(17, 30).Score).ShouldBe(36);
    }

    [Fact]
    public void Find_EveningsGivenInTheWeeksAround_CountWhereTheOwnWeekIsEmpty()
    {
        var given = Enumerable.Range(1, 4).Select(day => Range(At(day, 18, 0), At(day, 19, 0))).ToArray();
        var wish = Wish(Thursday, Thursday, "H1301");

        var (none, some) = (Find(wish, Network()).Suggestions[0], Find(wish, Network(("H1301", new SiteFacts { Booked = given }))).Suggestions[0]);

        (none.Score - some.Score).ShouldBe(60 * 16 / 100);
        some.Reasons.ShouldContain(reason => reason.Ja == "声をかける施設の夜の予約は、ほかにこの週に計 0 晩、前後 2 週に計 4 晩あります。");
        none.Reasons.ShouldNotContain(reason => reason.Code == "evening_load");
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

    [Fact]
    public void Find_AllFree_PrefersTheFirstDayInTheGoodHours() =>
        Find(Wish(Thursday, Thursday.AddDays(5), "H1301", "H1401"), Network()).Suggestions[0].Slot.Start.ShouldBe(At(10, 17, 30));

    private static SlotSearchResult Find(SlotCriteria criteria, NetworkSnapshot network) => new SlotFinder(Rules).Find(criteria, network, 5);

    private static DateTimeOffset At(int day, int hour, int minute) => new DateTimeOffset(2026, 12, day, hour, minute, 0, TimeSpan.FromHours(9)).ToUniversalTime();

    private static TimeRange Range(DateTimeOffset start, DateTimeOffset end) => new() { Start = start, End = end };

    private static KnownClosures Closed(DateTimeOffset from, DateTimeOffset to) =>
        new() { SiteId = "", Closures = [new Closure { From = from, To = to, Reason = "設備点検" }], Weekly = [] };

    private static SlotCriteria Wish(DateOnly from, DateOnly to, params string[] hospitals) => new()
    {
        Kind = ConferenceKind.JointCancerBoard,
        DurationMinutes = 60,
        Window = new DateWindow { From = from, To = to },
        Participants = [.. hospitals.Select(id => new SlotParticipant { HospitalId = id, Required = true })],
    };

    private static NetworkSnapshot Many(int hospitals)
    {
        var network = Network();
        return network with { Hospitals = Enumerable.Range(1, hospitals).Select(number => Hospital($"H13{number:00}", $"第{number}病院")).ToDictionary(hospital => hospital.HospitalId), Sites = new Dictionary<string, SiteFacts>() };
    }

    private static KnownHospital Hospital(string id, string name) => new()
    {
        HospitalId = id,
        NameJa = name,
        NameEn = id,
        Sites = [new HospitalSite { SiteId = $"{id}-1", Name = "", Protocol = EndpointProtocol.Url, Ports = 1, Active = true }],
    };

    private static NetworkSnapshot Network(params (string HospitalId, SiteFacts Facts)[] sites) => new()
    {
        Now = At(1, 9, 0),
        Hospitals = new[] { Hospital("H1301", "中央病院"), Hospital("H1401", "みなと病院") }.ToDictionary(hospital => hospital.HospitalId),
        Sites = sites.ToDictionary(site => $"{site.HospitalId}-1", site => site.Facts),
        RestDays = new RestDays([]),
        Bridges = [new BridgeUse("national", 60, [])],
    };
}
