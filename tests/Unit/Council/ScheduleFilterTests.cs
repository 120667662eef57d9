using Conference.Council.Schedule;
using Conference.Contracts.Requests;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Conference.Platform.Time;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Council;

public sealed class ScheduleFilterTests
{
    private static readonly NetworkTime Tokyo = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));

    // 1 December in Tokyo, still November in UTC.
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 16, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Read_NothingGiven_IsThisMonthOfTheNetwork()
    {
        var filter = Read(new ScheduleQuery());

        filter.From.ShouldBe(Instant("2026-12-01T00:00:00+09:00"));
        filter.To.ShouldBe(Instant("2027-01-01T00:00:00+09:00"));
        filter.Paging.Size.ShouldBe(100);
    }

    [Fact]
    public void Read_Days_AreBothIncluded()
    {
        var filter = Read(new ScheduleQuery { From = "2026-12-10", To = "2026-12-10" });

        filter.From.ShouldBe(Instant("2026-12-10T00:00:00+09:00"));
        filter.To.ShouldBe(Instant("2026-12-11T00:00:00+09:00"));
    }

    [Fact]
    public void Read_Instants_AreTakenAsTheyAre()
    {
        var filter = Read(new ScheduleQuery { From = "2026-12-10T17:00:00+09:00", To = "2026-12-10T09:00:00Z", Kind = "joint_cancer_board", State = "AwaitingReplies" });

        filter.From.ShouldBe(Instant("2026-12-10T17:00:00+09:00"));
        filter.To.ShouldBe(Instant("2026-12-10T18:00:00+09:00"));
        filter.Kind.ShouldBe(ConferenceKind.JointCancerBoard);
        filter.State.ShouldBe("AwaitingReplies");
    }

    [Fact]
    public void Read_OnlyTheStart_ReachesAMonth() =>
        Read(new ScheduleQuery { From = "2027-01-31" }).To.ShouldBe(Instant("2027-02-28T00:00:00+09:00"));

    [Fact]
    public void Read_EverythingWrong_SaysAllOfIt()
    {
        List<Fault> faults = [];

        ScheduleFilter.Read(
            new ScheduleQuery { From = "yesterday", To = "2026-13-01", Prefecture = "48", Kind = "party", State = "Done", Page = "0", PageSize = "1001" },
            Tokyo, Now, faults);

        faults.Select(fault => fault.Field).ShouldBe(["from", "to", "prefecture", "kind", "state", "page", "pageSize"]);
    }

    [Theory]
    [InlineData("2026-12-10", "2026-12-09", "range_reversed")]
    [InlineData("2026-12-01", "2028-01-05", "range_too_long")]
    [InlineData("0001-01-01", "2026-12-09", "invalid_date")]
    [InlineData("2026-12-01", "9999-12-31", "invalid_date")]
    public void Read_BadRange_SaysWhy(string from, string to, string code)
    {
        List<Fault> faults = [];

        ScheduleFilter.Read(new ScheduleQuery { From = from, To = to }, Tokyo, Now, faults);

        faults.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    private static ScheduleFilter Read(ScheduleQuery query)
    {
        List<Fault> faults = [];
        var filter = ScheduleFilter.Read(query, Tokyo, Now, faults);
        faults.ShouldBeEmpty();
        return filter;
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
