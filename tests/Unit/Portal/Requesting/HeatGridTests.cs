using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Platform.Time;
using Conference.Portal.Pages.Requesting;
using Conference.Portal.Pages.Requesting.Heat;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Portal.Requesting;

public sealed class HeatGridTests
{
    private static readonly NetworkTime Tokyo = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));
    private static readonly DateOnly Monday = new(2026, 12, 7);

    [Fact]
    public void Of_FreeSites_AreFreeOnTheDaysOfTheWishAlone()
    {
        var grid = HeatGrid.Of(View([Site("H1"), Site("H2")], rest: [Monday.AddDays(2)]), Form("H1", "H2"), Monday, 10, Tokyo);

        grid.Days.ShouldBe([Monday, Monday.AddDays(1), Monday.AddDays(3), Monday.AddDays(4), Monday.AddDays(7)]);
        grid.Together.ShouldAllBe(level => level == HeatLevel.All);
        grid.Rows.ShouldAllBe(row => row.Levels.All(level => level == HeatLevel.All));
    }

    [Theory]
    [InlineData("17:00", "20:00", nameof(HeatLevel.None))]
    [InlineData("16:00", "17:05", nameof(HeatLevel.Most))]
    [InlineData("17:00", "19:00", nameof(HeatLevel.Some))]
    [InlineData("18:00", "18:05", nameof(HeatLevel.Most))]
    [InlineData("20:00", "21:00", nameof(HeatLevel.All))]
    public void Of_ABooking_LeavesTheStartsAtWhichItDoesNotCollide(string from, string to, string left) =>
        HeatGrid.Of(View([Site("H1", (from, to)), Site("H2")]), Form("H1", "H2"), Monday, 1, Tokyo).Rows[0].Levels.Single().ToString().ShouldBe(left);

    [Fact]
    public void Of_TwoThatAreFreeAtDifferentTimes_AreNeverFreeTogether_AndAnOptionalOneDoesNotCount()
    {
        var view = View([Site("H1", ("17:00", "18:30")), Site("H2", ("18:30", "20:00")), Site("H3", ("17:00", "20:00"))]);

        var apart = HeatGrid.Of(view, Form("H1", "H2"), Monday, 1, Tokyo);
        var optional = Form("H1", "H3");
        optional.Participants[0].Required = false;

        apart.Rows.Take(2).ShouldAllBe(row => row.Levels[0] != HeatLevel.None);
        apart.Together.ShouldBe([HeatLevel.None]);
        HeatGrid.Of(view, optional, Monday, 1, Tokyo).Together.ShouldBe([HeatLevel.Some]);
    }

    [Fact]
    public void Of_AHundredSites_ShowsEachInItsRowAndWhoIsInTheWay()
    {
        var ids = Enumerable.Range(1, 100).Select(number => $"H{number}").ToArray();
        var view = View([.. ids.Select(id => id == "H100" ? Site(id, ("17:00", "20:00")) : Site(id))]);

        var grid = HeatGrid.Of(view, Form(ids[0], ids[1..]), Monday, 5, Tokyo);

        grid.Rows.Select(row => row.HospitalId).ShouldBe(ids);
        grid.Rows.ShouldAllBe(row => row.Levels.Count == 5);
        grid.Rows.Where(row => row.Levels[0] == HeatLevel.None).ShouldHaveSingleItem().HospitalId.ShouldBe("H100");
        grid.Together.ShouldBe([HeatLevel.None, HeatLevel.All, HeatLevel.All, HeatLevel.All, HeatLevel.All]);
    }

    [Fact]
    public void Of_HoursTooShortForTheConference_LeaveNothing()
    {
        var form = Form("H1", "H2");
        form.DurationMinutes = 240;

        HeatGrid.Of(View([Site("H1")]), form, Monday, 1, Tokyo).Together.ShouldBe([HeatLevel.None]);
    }

    private static RequestForm Form(string host, params string[] others) => new()
    {
        HostHospitalId = host,
        Participants = [.. others.Select(id => new InvitedChoice(id))],
        WindowFrom = Monday,
        WindowTo = Monday.AddDays(7),
        DurationMinutes = 60,
    };

    private static AvailabilityView View(SiteAvailability[] sites, params DateOnly[] rest) => new() { Sites = sites, RestDays = rest };

    private static SiteAvailability Site(string hospital, params (string From, string To)[] booked) => new()
    {
        HospitalId = hospital,
        SiteId = $"{hospital}-1",
        Booked = [.. booked.Select(time => new TimeRange { Start = At(time.From), End = At(time.To) })],
        Closed = [],
    };

    private static DateTimeOffset At(string time) => Tokyo.At(Monday, TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture));
}
