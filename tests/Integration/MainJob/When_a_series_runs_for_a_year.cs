using System.Net;
using System.Text.Json;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.MainJob;

/// <summary>A year of fortnights over 30 hospitals of the real registry, as a program asks for it.</summary>
[Collection(WholeMachine.Name)]
public sealed class When_a_series_runs_for_a_year
{
    [Fact]
    public async Task Should_be_run_dry_placed_and_called_off_from_one_day_on()
    {
        await using var product = await ProductProcess.StartAsync();
        using var registry = await product.Http.JsonAsync("/api/hospitals?pageSize=100");
        var hospitals = registry.RootElement.GetProperty("items").EnumerateArray().Select(hospital => hospital.Text("hospitalId")).Take(30).ToArray();
        var first = Tuesday(ConferenceBodies.Today.AddDays(14));
        // One of the thirty is busy in the third week of the series.
        using var busy = await product.Http.PostJsonAsync("/api/conferences", ConferenceBodies.Fixed(hospitals[5], [hospitals[6]], At(first.AddDays(28))));
        await MainJobSteps.StateAsync(product, busy.Headers.Location!.ToString(), "AwaitingReplies");

        using var planned = await product.Http.PostJsonAsync("/api/series/dry-run", Body(hospitals, first, null));
        using var plan = await planned.JsonAsync();
        var occurrences = plan.RootElement.GetProperty("occurrences").EnumerateArray().ToList();
        occurrences.Count.ShouldBe(26);
        var blocked = occurrences.Where(occurrence => occurrence.Text("verdict") == "alternative").ToList();
        blocked.ShouldHaveSingleItem().GetProperty("originalStart").GetDateTimeOffset().ShouldBe(At(first.AddDays(28)));
        var other = blocked[0].GetProperty("explanation").GetProperty("relaxations").EnumerateArray().First(relaxation => relaxation.GetProperty("change").Text("code") == "other_time");

        var choice = new { originalStart = blocked[0].Text("originalStart"), start = other.Text("start") };
        using var accepted = await product.Http.PostJsonAsync("/api/series", Body(hospitals, first, choice));
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted, await accepted.Content.ReadAsStringAsync());
        var path = accepted.Headers.Location!.ToString();
        var wanted = occurrences.Count(occurrence => occurrence.Text("verdict") != "skipped");
        await UntilStatesAsync(product, path, states => states.Count(state => state == "AwaitingReplies") == wanted, $"{wanted} to be asked");

        using var called = await product.Http.PostJsonAsync($"{path}/cancel", new { scope = "following", from = occurrences[13].Text("originalStart") });
        called.StatusCode.ShouldBe(HttpStatusCode.Accepted, await called.Content.ReadAsStringAsync());
        var gone = occurrences.Skip(13).Count(occurrence => occurrence.Text("verdict") != "skipped");
        await UntilStatesAsync(product, path, states => states.Count(state => state == "Cancelled") == gone && states.Count(state => state == "AwaitingReplies") == wanted - gone, $"{gone} to be called off");
    }

    private static Task UntilStatesAsync(ProductProcess product, string path, Func<IReadOnlyList<string?>, bool> enough, string what) => product.UntilAsync(
        async () =>
        {
            using var series = await product.Http.JsonAsync(path);
            return enough([.. series.RootElement.GetProperty("occurrences").EnumerateArray().Select(State)]);
        },
        what,
        TimeSpan.FromMinutes(3));

    private static string? State(JsonElement occurrence) => occurrence.TryGetProperty("state", out var state) ? state.GetString() : null;

    private static object Body(string[] hospitals, DateOnly first, object? choice) => new
    {
        title = "定例キャンサーボード（一年）",
        kind = "joint_cancer_board",
        hostHospitalId = hospitals[0],
        durationMinutes = 60,
        participants = hospitals[1..].Select(id => new { hospitalId = id, required = true }),
        quorum = new { minimumHospitals = 5 },
        recurrence = new { start = $"{first:yyyy-MM-dd}T17:30", rrule = "FREQ=WEEKLY;INTERVAL=2;COUNT=26", holidays = "skip" },
        commit = "all",
        choices = choice is null ? null : new[] { choice },
    };

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(17, 30), TimeSpan.FromHours(9));

    // The fortnights of a Tuesday must not lose the busy one to a holiday: none lies there in any year but around New Year.
    private static DateOnly Tuesday(DateOnly day)
    {
        var tuesday = day.AddDays((((int)DayOfWeek.Tuesday - (int)day.DayOfWeek) + 7) % 7);
        return tuesday.AddDays(28) is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 } ? tuesday.AddDays(7) : tuesday;
    }
}
