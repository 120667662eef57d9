using System.Net;
using System.Net.Http.Json;
using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests.Series;

public sealed class When_a_series_is_changed
{
    private static readonly DateOnly First = SeriesBodies.QuietTuesday;

    [Fact]
    public async Task Should_move_this_and_all_following_and_leave_the_earlier_ones()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await AskedAsync(host, 4);

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
    public async Task Should_keep_off_holidays_when_only_the_hour_changes()
    {
        await using var host = await RequestsHost.StartAsync();
        await RestAsync(host, First.AddDays(7));
        var id = await AskedAsync(host, 3, "shift_after", First);

        var acted = await host.SeriesActAsync(id, "change", new { scope = "all", startTime = "18:00" });
        var view = await host.SeriesUntilAsync(id, "three to have moved", series => series.All("AwaitingReplies") && series.Occurrences.All(occurrence => occurrence.Start!.Value.ToOffset(TimeSpan.FromHours(9)).Hour == 18));

        acted.LeftAlone.ShouldBeEmpty();
        view.Occurrences.Select(occurrence => occurrence.Start!.Value).ShouldBe([SeriesBodies.Start(First, 0, 18, 0), SeriesBodies.Start(First, 1, 18, 0).AddDays(1), SeriesBodies.Start(First, 2, 18, 0)]);
        view.Recurrence.InWords.Ja.ShouldBe("毎週火曜");
    }

    [Fact]
    public async Task Should_shift_off_a_holiday_on_the_new_day_and_bring_back_who_was_shifted()
    {
        await using var host = await RequestsHost.StartAsync();
        await RestAsync(host, First.AddDays(7), First.AddDays(16));
        var id = await AskedAsync(host, 3, "shift_before", First);

        await host.SeriesActAsync(id, "change", new { scope = "all", weekday = "thu" });
        var thursday = SeriesBodies.Start(First, 0).AddDays(2);
        var view = await host.SeriesUntilAsync(id, "three to have moved", series => series.All("AwaitingReplies") && series.Occurrences[2].Start == thursday.AddDays(13));

        view.Occurrences.Select(occurrence => occurrence.Start!.Value).ShouldBe([thursday, thursday.AddDays(7), thursday.AddDays(13)]);
        view.Recurrence.InWords.Ja.ShouldBe("毎週木曜");
        view.Recurrence.InWords.En.ShouldContain("Thursday");
    }

    [Fact]
    public async Task Should_leave_alone_and_name_what_would_rest_and_what_has_a_time_of_its_own()
    {
        await using var host = await RequestsHost.StartAsync();
        await RestAsync(host, First.AddDays(9));
        var body = SeriesBodies.Weekly(4, holidays: "skip", first: First);
        body["choices"] = new[] { new { originalStart = SeriesBodies.Original(First, 2), start = $"{First.AddDays(15):yyyy-MM-dd}T19:00:00+09:00" } };
        var id = (await host.SeriesAsync(body)).SeriesId;
        await host.SeriesUntilAsync(id, "all to be asked", series => series.All("AwaitingReplies"));

        var acted = await host.SeriesActAsync(id, "change", new { scope = "all", weekday = "thu" });
        var thursday = SeriesBodies.Start(First, 0).AddDays(2);
        var view = await host.SeriesUntilAsync(id, "two to have moved", series => series.All("AwaitingReplies") && series.Occurrences[3].Start == thursday.AddDays(21));
        await host.SettleAsync();

        acted.Conferences.ShouldBe(2);
        acted.LeftAlone.ShouldBe([SeriesBodies.Start(First, 1), SeriesBodies.Start(First, 2)]);
        view.Occurrences.Select(occurrence => occurrence.Start!.Value).ShouldBe([thursday, SeriesBodies.Start(First, 1), SeriesBodies.Start(First, 2, 19, 0).AddDays(1), thursday.AddDays(21)]);
        view.Changes.ShouldHaveSingleItem().What.Ja.ShouldContain("2 回は今のまま");

        // Alone it is moved, and what was left at the rule's time goes along with the next change.
        await host.SeriesActAsync(id, "change", new { scope = "this", from = SeriesBodies.Original(First, 2), startTime = "20:00" });
        await host.SeriesActAsync(id, "change", new { scope = "following", from = SeriesBodies.Original(First, 1), startTime = "16:00" });
        view = await host.SeriesUntilAsync(id, "the rest to have moved", series => series.All("AwaitingReplies") && series.Occurrences[3].Start == thursday.AddDays(21).AddMinutes(-90));
        view.Occurrences.Select(occurrence => occurrence.Start!.Value).ShouldBe([thursday, SeriesBodies.Start(First, 1, 16, 0), SeriesBodies.Start(First, 2, 20, 0).AddDays(1), thursday.AddDays(21).AddMinutes(-90)]);
    }

    [Fact]
    public async Task Should_say_date_by_date_what_a_change_would_do_and_do_nothing()
    {
        await using var host = await RequestsHost.StartAsync();
        await RestAsync(host, First.AddDays(9));
        var id = await AskedAsync(host, 3, "skip", First);

        var plan = await PlanAsync(host, id, new { scope = "all", weekday = "thu", durationMinutes = 90 });
        await host.SettleAsync();

        plan.Occurrences.Select(one => one.Request?.Start).ShouldBe([SeriesBodies.Start(First, 0).AddDays(2), null, SeriesBodies.Start(First, 2).AddDays(2)]);
        plan.Occurrences.Select(one => one.Stays?.Code).ShouldBe([null, "stays_rest", null]);
        plan.Occurrences[0].Request!.DurationMinutes.ShouldBe(90);
        (await host.SeriesViewAsync(id)).ShouldSatisfyAllConditions(view => view.Changes.ShouldBeEmpty(), view => view.Occurrences[0].Start.ShouldBe(SeriesBodies.Start(First, 0)));
    }

    [Fact]
    public async Task Should_leave_who_would_come_to_the_time_of_one_that_is_there_already()
    {
        await using var host = await RequestsHost.StartAsync();
        var body = SeriesBodies.Weekly(4, first: First);
        body["recurrence"] = new { start = $"{First:yyyy-MM-dd}T17:30", rrule = "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4", holidays = "keep" };
        var id = (await host.SeriesAsync(body)).SeriesId;
        await host.SeriesUntilAsync(id, "all to be asked", series => series.All("AwaitingReplies"));

        var plan = await PlanAsync(host, id, new { scope = "all", weekday = "thu" });

        plan.Occurrences.Select(one => one.Stays?.Code).ShouldBe(["stays_other", null, "stays_other", null]);
    }

    [Fact]
    public async Task Should_move_from_the_time_of_the_rule_what_has_none_at_present()
    {
        await using var host = await RequestsHost.StartAsync();
        host.Partners.OnHold = Partners.None;
        var id = (await host.SeriesAsync(SeriesBodies.Weekly(1))).SeriesId;
        var view = await host.SeriesUntilAsync(id, "it to find nothing", series => series.All("Unplaced"));
        var window = new { from = $"{SeriesBodies.Tuesday.AddDays(7):yyyy-MM-dd}", to = $"{SeriesBodies.Tuesday.AddDays(14):yyyy-MM-dd}" };
        await host.ActAsync(view.Occurrences[0].ConferenceId!.Value, "reschedule", new { window });
        await host.SeriesUntilAsync(id, "it to have no time", series => series.All("Unplaced") && series.Occurrences[0].Start is null);

        var plan = await PlanAsync(host, id, new { scope = "all", startTime = "18:00" });

        plan.Occurrences.ShouldHaveSingleItem().Request!.Start.ShouldBe(SeriesBodies.Start(0, 18, 0));
    }

    [Fact]
    public async Task Should_forget_none_of_the_dates_that_are_added_at_once()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await AskedAsync(host, 2);

        var answers = await Task.WhenAll(Enumerable.Range(4, 3).Select(async week =>
        {
            using var answer = await host.SendAsync(HttpMethod.Post, $"/api/series/{id}/occurrences", new { start = SeriesBodies.Original(week) });
            return answer.StatusCode;
        }));
        var view = await host.SeriesViewAsync(id);

        answers.ShouldAllBe(answer => answer == HttpStatusCode.Accepted);
        (view.Occurrences.Count, view.Recurrence.Extra.Count, view.Changes.Count).ShouldBe((5, 3, 3));
    }

    [Fact]
    public async Task Should_say_from_when_on_the_day_is_another()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await AskedAsync(host, 3);

        await host.SeriesActAsync(id, "change", new { scope = "following", from = SeriesBodies.Original(1), weekday = "fri" });
        var from = SeriesBodies.Tuesday.AddDays(7);

        (await host.SeriesViewAsync(id)).Recurrence.InWords.Ja.ShouldBe($"毎週火曜（{from.Year}年{from.Month}月{from.Day}日の週から金曜）");
    }

    [Fact]
    public async Task Should_show_the_series_to_who_takes_part_now_and_to_nobody_else()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await AskedAsync(host, 2);

        await host.SeriesActAsync(id, "change", new { scope = "all", participants = new[] { new { hospitalId = "H1303", required = true } } });
        await host.SeriesUntilAsync(id, "all to be asked again", series => series.All("AwaitingReplies") && series.Occurrences.All(occurrence => host.Partners.Of<SendInvitations>(occurrence.ConferenceId!.Value).Count == 2));

        (await SeenAsync(host, id, "H1303")).ShouldBe((1, HttpStatusCode.OK));
        (await SeenAsync(host, id, "H1302")).ShouldBe((0, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Should_change_one_and_nothing_else()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await AskedAsync(host, 3);

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
        var id = await AskedAsync(host, 2);
        var taken = SeriesBodies.Start(1, 18, 30).ToUniversalTime();
        host.Partners.OnHold = hold => hold.Criteria.Start == taken ? Partners.None(hold) : Partners.Held(hold);

        await host.SeriesActAsync(id, "change", new { scope = "all", startTime = "18:30" });
        var view = await host.SeriesUntilAsync(id, "one moved and one kept", series => series.All("AwaitingReplies") && series.Occurrences[1].Explanation is not null && series.Occurrences[0].Start == SeriesBodies.Start(0, 18, 30));

        view.Occurrences[1].Start.ShouldBe(SeriesBodies.Start(1));
    }

    [Fact]
    public async Task Should_call_off_this_and_all_following()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await AskedAsync(host, 4);

        await host.SeriesActAsync(id, "cancel", new { scope = "this", from = SeriesBodies.Original(0), reason = "台風のため" });
        var acted = await host.SeriesActAsync(id, "cancel", new { scope = "following", from = SeriesBodies.Original(2) });
        var view = await host.SeriesUntilAsync(id, "three to be called off", series => series.Occurrences.Count(occurrence => occurrence.State == "Cancelled") == 3);
        var again = await host.SeriesActAsync(id, "cancel", new { scope = "following", from = SeriesBodies.Original(2) });
        await host.SettleAsync();

        (acted.Conferences, again.Conferences, again.LeftAlone.Count).ShouldBe((2, 0, 2));
        view.Occurrences[1].State.ShouldBe("AwaitingReplies");
        host.Partners.Received.OfType<WithdrawInvitations>().Count().ShouldBe(3);
        view.Changes.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_take_one_more_date_and_only_once()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await AskedAsync(host, 2);
        await host.SeriesActAsync(id, "change", new { scope = "all", durationMinutes = 90 });
        await host.SeriesUntilAsync(id, "both to be longer", series => series.All("AwaitingReplies") && series.Occurrences.All(occurrence => occurrence.End - occurrence.Start == TimeSpan.FromMinutes(90)));
        var day = new { start = SeriesBodies.Original(4) };

        using var added = await host.SendAsync(HttpMethod.Post, $"/api/series/{id}/occurrences", day);
        using var again = await host.SendAsync(HttpMethod.Post, $"/api/series/{id}/occurrences", day);
        var view = await host.SeriesUntilAsync(id, "three to be asked", series => series.Occurrences.Count == 3 && series.All("AwaitingReplies"));

        (added.StatusCode, again.StatusCode).ShouldBe((HttpStatusCode.Accepted, HttpStatusCode.BadRequest));
        (await again.Content.ReadAsStringAsync()).ShouldContain("occurrence_exists");
        (view.Occurrences[2].OriginalStart, view.Occurrences[2].Start, view.Occurrences[2].Note!.Code).ShouldBe((SeriesBodies.Start(4), SeriesBodies.Start(4), "extra"));
        (view.Occurrences[2].End - view.Occurrences[2].Start).ShouldBe(TimeSpan.FromMinutes(90));
        (await host.ViewAsync(view.Occurrences[2].ConferenceId!.Value)).Request.Title.ShouldBe("定例キャンサーボード（膵）");
    }

    [Fact]
    public async Task Should_end_when_all_are_called_off()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await AskedAsync(host, 2);

        await host.SeriesActAsync(id, "cancel", new { scope = "all" });
        (await host.SeriesUntilAsync(id, "all to be called off", series => series.All("Cancelled"))).State.ShouldBe("Ended");
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

    private static async Task<SeriesChangePlan> PlanAsync(RequestsHost host, Guid id, object change)
    {
        using var answer = await host.SendAsync(HttpMethod.Post, $"/api/series/{id}/change/dry-run", change);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<SeriesChangePlan>())!;
    }

    private static async Task RestAsync(RequestsHost host, params DateOnly[] days)
    {
        await host.PublishAsync(new HolidaysChanged { Version = 1, Holidays = [.. days.Select(day => new Holiday { Date = day, NameJa = "祝日", NameEn = "Holiday" })] });
        await host.UntilAsync(store => Task.FromResult(store.Holidays.Any()), known => known, "the holidays");
    }

    private static async Task<Guid> AskedAsync(RequestsHost host, int count, string holidays = "keep", DateOnly? first = null)
    {
        var id = (await host.SeriesAsync(SeriesBodies.Weekly(count, holidays: holidays, first: first))).SeriesId;
        await host.SeriesUntilAsync(id, "all to be asked", series => series.All("AwaitingReplies"));
        return id;
    }
}
