using Conference.Booking.Availability;
using Conference.Contracts.Booking;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;
using Shouldly;
using Xunit;
using static Conference.UnitTests.Booking.TwoHospitals;

namespace Conference.UnitTests.Booking;

public sealed class RankingTests
{
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
    public void Find_AllFree_PrefersTheFirstDayInTheGoodHours() =>
        Find(Wish(Thursday, Thursday.AddDays(5), "H1301", "H1401"), Network()).Suggestions[0].Slot.Start.ShouldBe(At(10, 17, 30));
}
