using System.Net;
using System.Net.Http.Json;
using Conference.Contracts.Requests;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests.Series;

public sealed class When_a_change_of_a_series_is_tried
{
    private static readonly DateOnly First = SeriesBodies.QuietTuesday;

    [Fact]
    public async Task Should_say_date_by_date_what_a_change_would_do_and_do_nothing()
    {
        await using var host = await RequestsHost.StartAsync();
        await host.RestAsync(First.AddDays(9));
        var id = await host.SeriesAskedAsync(3, "skip", First);

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

    private static async Task<SeriesChangePlan> PlanAsync(RequestsHost host, Guid id, object change)
    {
        using var answer = await host.SendAsync(HttpMethod.Post, $"/api/series/{id}/change/dry-run", change);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<SeriesChangePlan>())!;
    }
}
