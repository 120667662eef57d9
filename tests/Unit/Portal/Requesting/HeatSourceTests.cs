using System.Net;
using Conference.Contracts.Booking;
using Conference.Portal.Api;
using Conference.Portal.Pages.Requesting;
using Conference.Portal.Pages.Requesting.Heat;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Portal.Requesting;

public sealed class HeatSourceTests
{
    private static readonly DateOnly Monday = new(2026, 12, 7);
    private static readonly AvailabilityView View = new() { Sites = [], RestDays = [] };

    [Fact]
    public async Task AskAsync_AfterAFault_ForgetsWhatWasShownAndAsksAgain()
    {
        var answers = new Queue<AvailabilityView?>([View, null, View]);
        using var source = new HeatSource((_, _) => Task.FromResult(Answer(answers.Dequeue())));

        await source.AskAsync("a");
        await source.AskAsync("b");
        (source.View, source.Failed).ShouldBe((null, true));
        await source.AskAsync("b");

        (source.View, source.Failed).ShouldBe((View, false));
    }

    [Fact]
    public async Task AskAsync_TheSameAgain_ReadsNothing()
    {
        var asked = 0;
        using var source = new HeatSource((_, _) => Task.FromResult(Answer(++asked == 1 ? View : null)));

        await source.AskAsync("a");
        await source.AskAsync("a");

        (asked, source.View).ShouldBe((1, View));
    }

    [Fact]
    public async Task AskAsync_AnsweredAfterALaterQuestion_IsLeftAside()
    {
        var first = new TaskCompletionSource<ApiResult<AvailabilityView>>();
        using var source = new HeatSource((path, _) => path == "a" ? first.Task : Task.FromResult(Answer(View)));

        var early = source.AskAsync("a");
        (await source.AskAsync("b")).ShouldBeTrue();
        first.SetResult(Answer(null));

        (await early).ShouldBeFalse();
        (source.View, source.Failed).ShouldBe((View, false));
    }

    [Fact]
    public async Task AskAsync_TheSameAgainInDoubt_ReadsAgainAndShowsTheOldUntilThen()
    {
        var asked = 0;
        using var source = new HeatSource((_, _) => Task.FromResult(Answer(++asked == 1 ? View : View with { RestDays = [Monday] })));

        await source.AskAsync("a");
        source.Doubt();
        source.View.ShouldBe(View);
        (await source.AskAsync("a")).ShouldBeTrue();

        asked.ShouldBe(2);
        source.View!.RestDays.ShouldBe([Monday]);
    }

    [Fact]
    public async Task AskAsync_SeveralPortions_ShowsThemAsOneAndNoneWhereOneIsMissing()
    {
        var missing = "";
        using var source = new HeatSource((path, _) => Task.FromResult(Answer(path == missing ? null : View with { Sites = [Site(path)] })));

        await source.AskAsync("a", "b");
        source.View!.Sites.Select(site => site.HospitalId).ShouldBe(["a", "b"]);
        missing = "c";
        await source.AskAsync("b", "c");

        (source.View, source.Failed).ShouldBe((null, true));
    }

    [Fact]
    public void PathsOf_MoreThanAHundred_AsksAboutTheRequiredOnesFirst()
    {
        var form = Form(required: 30, optional: 120);

        var path = HeatSource.PathsOf(form, Monday, Monday.AddDays(1)).ShouldHaveSingleItem();

        var ids = Hospitals(path);
        ids.Length.ShouldBe(HeatSource.SitesAtMost);
        ids.Take(31).ShouldBe(["H0", .. Enumerable.Range(1, 30).Select(number => $"R{number}")]);
    }

    [Fact]
    public void PathsOf_MoreThanAHundredRequired_AsksAboutEachOfThem() =>
        HeatSource.PathsOf(Form(required: 130, optional: 5), Monday, Monday).Select(path => Hospitals(path).Length).ShouldBe([100, 31]);

    private static string[] Hospitals(string path) => path.Split("hospitals=")[1].Split('&')[0].Split(',');

    private static RequestForm Form(int required, int optional) => new()
    {
        HostHospitalId = "H0",
        Participants =
        [
            .. Enumerable.Range(1, optional).Select(number => new InvitedChoice($"O{number}") { Required = false }),
            .. Enumerable.Range(1, required).Select(number => new InvitedChoice($"R{number}")),
        ],
    };

    private static SiteAvailability Site(string hospital) => new() { HospitalId = hospital, SiteId = $"{hospital}-1", Booked = [], Closed = [] };

    private static ApiResult<AvailabilityView> Answer(AvailabilityView? view) =>
        new() { Status = view is null ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK, Value = view };
}
