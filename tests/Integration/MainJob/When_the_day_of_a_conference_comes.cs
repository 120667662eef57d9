using System.Net;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.MainJob;

/// <summary>The rest of the main job: the process is stopped and comes up again on later days, as machines do.</summary>
[Collection(WholeMachine.Name)]
public sealed class When_the_day_of_a_conference_comes
{
    [Fact]
    public async Task Should_be_reminded_of_held_recorded_and_counted()
    {
        var data = ProductProcess.FreshDataPath();
        (string Path, string Number, DateTimeOffset Start) conference;
        await using (var product = await ProductProcess.StartAsync(data))
        {
            conference = await MainJobSteps.ConfirmedAsync(product);
            await product.StopAsync();
        }

        await using (var product = await OnAsync(data, conference.Start.AddMinutes(-40)))
        {
            await product.UntilAsync(() => Task.FromResult(RemindersOf(product, conference.Number) == 3), "three reminders in the mail drop");
            await MainJobSteps.StateAsync(product, conference.Path, "Confirmed");
            await product.StopAsync();
        }

        await using (var product = await OnAsync(data, conference.Start.AddMinutes(5)))
        {
            await MainJobSteps.StateAsync(product, conference.Path, "InSession");
            await product.StopAsync();
        }

        await using (var product = await OnAsync(data, conference.Start.AddMinutes(65)))
        {
            await MainJobSteps.StateAsync(product, conference.Path, "AwaitingRecord");
            RemindersOf(product, conference.Number).ShouldBe(3);
            (await CountedAsync(product, conference.Start)).People.ShouldBe(0);

            using var recorded = await product.Http.PostJsonAsync($"{conference.Path}/attendance", new
            {
                attendance = new[]
                {
                    new { hospitalId = "H1301", profession = "physician_surgery", inside = 4, outside = 0 },
                    new { hospitalId = "H1401", profession = "pathologist", inside = 2, outside = 1 },
                },
                minutes = "方針を確認した。",
            });
            recorded.StatusCode.ShouldBe(HttpStatusCode.Accepted, await recorded.Content.ReadAsStringAsync());
            await MainJobSteps.StateAsync(product, conference.Path, "Completed");

            await product.UntilAsync(async () => await CountedAsync(product, conference.Start) == (1, 7, 60), "the report to count it");
            // Of the prefecture only its own people.
            (await CsvAsync(product, conference.Start)).ShouldContain("joint_cancer_board,合同キャンサーボード,1,4,60");
            await MainJobSteps.ShouldHaveAHistoryAsync(product, conference.Path, "Confirmed", "InSession", "AwaitingRecord", "Completed");
        }
    }

    private static Task<ProductProcess> OnAsync(string data, DateTimeOffset moment) => ProductProcess.StartAheadAsync(data, moment - TimeProvider.System.GetUtcNow());

    private static int RemindersOf(ProductProcess product, string number) =>
        MainJobSteps.MailsOf(product, number).Count(mail => mail.Subject!.Contains("開催のお知らせ", StringComparison.Ordinal));

    private static async Task<(int Conferences, int People, int Minutes)> CountedAsync(ProductProcess product, DateTimeOffset start)
    {
        using var report = await product.Http.JsonAsync($"/api/reports/activity?fiscalYear={FiscalYear(start)}");
        var kind = report.RootElement.GetProperty("byKind").EnumerateArray().SingleOrDefault(row => row.Text("kind") == "joint_cancer_board");
        return kind.ValueKind == System.Text.Json.JsonValueKind.Undefined
            ? default
            : (kind.GetProperty("conferences").GetInt32(), kind.GetProperty("people").GetInt32(), kind.GetProperty("minutes").GetInt32());
    }

    private static async Task<string> CsvAsync(ProductProcess product, DateTimeOffset start)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/reports/activity?fiscalYear={FiscalYear(start)}&prefecture=13&table=kinds");
        request.Headers.Accept.ParseAdd("text/csv");
        using var answer = await product.Http.SendAsync(request);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        return await answer.Content.ReadAsStringAsync();
    }

    private static int FiscalYear(DateTimeOffset start)
    {
        var local = start.ToOffset(TimeSpan.FromHours(9));
        return local.Month >= 4 ? local.Year : local.Year - 1;
    }
}
