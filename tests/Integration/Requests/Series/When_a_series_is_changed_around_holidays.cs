using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests.Series;

public sealed class When_a_series_is_changed_around_holidays
{
    private static readonly DateOnly First = SeriesBodies.QuietTuesday;

    [Fact]
    public async Task Should_keep_off_holidays_when_only_the_hour_changes()
    {
        await using var host = await RequestsHost.StartAsync();
        await host.RestAsync(First.AddDays(7));
        var id = await host.SeriesAskedAsync(3, "shift_after", First);

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
        await host.RestAsync(First.AddDays(7), First.AddDays(16));
        var id = await host.SeriesAskedAsync(3, "shift_before", First);

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
        await host.RestAsync(First.AddDays(9));
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
}
