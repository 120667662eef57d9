using System.Net;
using Conference.Contracts.Invitations;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests.Series;

public sealed class When_dates_are_added_or_called_off
{
    [Fact]
    public async Task Should_take_one_more_date_and_only_once()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.SeriesAskedAsync(2);
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
    public async Task Should_forget_none_of_the_dates_that_are_added_at_once()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.SeriesAskedAsync(2);

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
    public async Task Should_call_off_this_and_all_following()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.SeriesAskedAsync(4);

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
    public async Task Should_end_when_all_are_called_off()
    {
        await using var host = await RequestsHost.StartAsync();
        var id = await host.SeriesAskedAsync(2);

        await host.SeriesActAsync(id, "cancel", new { scope = "all" });
        (await host.SeriesUntilAsync(id, "all to be called off", series => series.All("Cancelled"))).State.ShouldBe("Ended");
    }
}
