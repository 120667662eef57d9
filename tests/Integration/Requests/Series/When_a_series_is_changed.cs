using System.Net;
using System.Net.Http.Json;
using Conference.Contracts;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests.Series;

public sealed class When_a_series_is_changed
{
    [Fact]
    public async Task Should_move_this_and_all_following_and_leave_the_earlier_ones()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.SeriesAskedAsync(4);

        var acted = await host.SeriesActAsync(id, "change", new { scope = "following", from = SeriesBodies.Original(2), startTime = "18:00", weekday = "thu", durationMinutes = 90 });
        var view = await host.SeriesUntilAsync(id, "two to have moved", series => series.Occurrences.Count(occurrence => occurrence.State == "AwaitingReplies" && occurrence.Start!.Value.ToOffset(TimeSpan.FromHours(9)).Hour == 18) == 2);

        acted.Conferences.ShouldBe(2);
        view.Occurrences.Select(occurrence => occurrence.OriginalStart).ShouldBe([.. Enumerable.Range(0, 4).Select(week => SeriesBodies.Start(week))]);
        view.Occurrences.Select(occurrence => occurrence.Start!.Value).ShouldBe(
            [SeriesBodies.Start(0), SeriesBodies.Start(1), SeriesBodies.Start(2, 18, 0).AddDays(2), SeriesBodies.Start(3, 18, 0).AddDays(2)]);
        (view.Occurrences[3].End - view.Occurrences[3].Start).ShouldBe(TimeSpan.FromMinutes(90));
        view.Changes.ShouldHaveSingleItem().What.Ja.ShouldContain("木曜、18:00 開始、90 分");
    }

    [Fact]
    public async Task Should_say_from_when_on_the_day_is_another()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.SeriesAskedAsync(3);

        await host.SeriesActAsync(id, "change", new { scope = "following", from = SeriesBodies.Original(1), weekday = "fri" });
        var from = SeriesBodies.Tuesday.AddDays(7);

        (await host.SeriesViewAsync(id)).Recurrence.InWords.Ja.ShouldBe($"毎週火曜（{from.Year}年{from.Month}月{from.Day}日の週から金曜）");
    }

    [Fact]
    public async Task Should_show_the_series_to_who_takes_part_now_and_to_nobody_else()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.SeriesAskedAsync(2);

        await host.SeriesActAsync(id, "change", new { scope = "all", participants = new[] { new { hospitalId = "H1303", required = true } } });
        await host.SeriesUntilAsync(id, "all to be asked again", series => series.All("AwaitingReplies") && series.Occurrences.All(occurrence => host.Partners.Of<SendInvitations>(occurrence.ConferenceId!.Value).Count == 2));

        (await SeenAsync(host, id, "H1303")).ShouldBe((1, HttpStatusCode.OK));
        (await SeenAsync(host, id, "H1302")).ShouldBe((0, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Should_change_one_and_nothing_else()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.SeriesAskedAsync(3);

        await host.SeriesActAsync(id, "change", new { scope = "this", from = SeriesBodies.Original(1), participants = new[] { new { hospitalId = "H1303", required = true } } });
        await host.SeriesUntilAsync(id, "it to be asked again", series => host.Partners.Of<SendInvitations>(series.Occurrences[1].ConferenceId!.Value).Count == 2);
        await host.SettleAsync();

        var conferences = (await host.SeriesViewAsync(id)).Occurrences.Select(occurrence => occurrence.ConferenceId!.Value).ToList();
        (await host.ViewAsync(conferences[1])).Participants.Select(hospital => hospital.HospitalId).ShouldBe(["H1301", "H1303"]);
        (await host.ViewAsync(conferences[0])).Participants.Select(hospital => hospital.HospitalId).ShouldBe(["H1301", "H1302"]);
        (await host.ViewAsync(conferences[2])).Revision.ShouldBe(1);
    }

    [Fact]
    public async Task Should_keep_the_time_of_an_occurrence_for_which_the_new_one_is_taken()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.SeriesAskedAsync(2);
        var taken = SeriesBodies.Start(1, 18, 30).ToUniversalTime();
        host.Partners.OnHold = hold => hold.Criteria.Start == taken ? Partners.None(hold) : Partners.Held(hold);

        await host.SeriesActAsync(id, "change", new { scope = "all", startTime = "18:30" });
        var view = await host.SeriesUntilAsync(id, "one moved and one kept", series => series.All("AwaitingReplies") && series.Occurrences[1].Explanation is not null && series.Occurrences[0].Start == SeriesBodies.Start(0, 18, 30));

        view.Occurrences[1].Start.ShouldBe(SeriesBodies.Start(1));
    }

    [Theory]
    [InlineData("""{ "scope": "this" }""", "no_such_occurrence")]
    [InlineData("""{ "scope": "some", "startTime": "18:00" }""", "unknown_code")]
    [InlineData("""{ "scope": "all" }""", "nothing_to_change")]
    [InlineData("""{ "scope": "all", "startTime": "25:00", "durationMinutes": 1440, "weekday": "someday", "participants": [] }""", "invalid_time duration_out_of_range unknown_code no_participants")]
    public async Task Should_refuse_a_change_that_says_nothing_or_nonsense(string body, string codes)
    {
        await using var host = await RequestsHost.StartAsync();
        var id = (await host.SeriesAsync(SeriesBodies.Weekly(1))).SeriesId;

        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await host.SendAsync(HttpMethod.Post, $"/api/series/{id}/change", content);
        var text = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var code in codes.Split(' '))
            text.ShouldContain(code);
    }

    private static async Task<(int Listed, HttpStatusCode Shown)> SeenAsync(RequestsHost host, Guid id, string hospital)
    {
        var caller = new Caller("u2", "施設 一郎", Role.HospitalCoordinator, Scope.OfHospital(hospital));
        using var list = await host.SendAsync(HttpMethod.Get, "/api/series", caller: caller);
        using var shown = await host.SendAsync(HttpMethod.Get, $"/api/series/{id}", caller: caller);
        return ((await list.Content.ReadFromJsonAsync<Page<SeriesListItem>>())!.Total, shown.StatusCode);
    }
}
