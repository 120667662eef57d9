using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conference.Tests.Support;
using MimeKit;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.MainJob;

/// <summary>A poll over HTTP against the running product, from the request to the one time that all are told.</summary>
[Collection(WholeMachine.Name)]
public sealed partial class When_hospitals_choose_a_time
{
    [Fact]
    public async Task Should_hold_several_ask_each_take_the_best_and_free_the_others()
    {
        await using var product = await ProductProcess.StartAsync();
        using (var refused = await product.Http.PostJsonAsync("/api/conferences", Poll(ConferenceBodies.Today.AddDays(20), best: 1)))
            (await refused.Content.ReadAsStringAsync()).ShouldContain("poll.best");

        using var accepted = await product.Http.PostJsonAsync("/api/conferences", Poll(ConferenceBodies.Today.AddDays(20), best: 3));
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted, await accepted.Content.ReadAsStringAsync());
        var path = accepted.Headers.Location!.ToString();
        await MainJobSteps.StateAsync(product, path, "Polling");
        using var polling = await product.Http.JsonAsync(path);
        var number = polling.RootElement.Text("number");
        var starts = Starts(polling.RootElement);
        starts.Count.ShouldBe(3);
        starts.Select(start => start.Date).Distinct().Count().ShouldBe(3);
        await product.UntilAsync(() => Task.FromResult(MainJobSteps.MailsOf(product, number).Count == 2), "two mails that ask for the times");
        MainJobSteps.MailsOf(product, number).ShouldAllBe(mail => !mail.BodyParts.Any(part => part.ContentType.IsMimeType("text", "calendar")));
        (await BookedAsync(product, starts)).ShouldBe(3);
        (await OnScheduleAsync(product, number, starts)).ShouldBeFalse();

        var link = await VoteByLinkAsync(product, number, starts);
        await VoteOnBehalfAsync(product, path, starts);

        // Only the last suits both, and both have said so: nobody is asked again.
        await MainJobSteps.StateAsync(product, path, "Confirmed");
        using var confirmed = await product.Http.JsonAsync(path);
        confirmed.RootElement.GetProperty("slot").GetProperty("start").GetDateTimeOffset().ShouldBe(starts[2]);
        (await BookedAsync(product, starts)).ShouldBe(1);
        await product.UntilAsync(() => OnScheduleAsync(product, number, starts), "the conference on the schedule");
        using var anonymous = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var decided = await anonymous.GetAsync(link);
        decided.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        decided.Headers.Location!.ToString().ShouldStartWith("/rsvp/");
        await product.UntilAsync(() => Task.FromResult(MainJobSteps.MailsOf(product, number).Any(mail => mail.Subject!.Contains("開催確定", StringComparison.Ordinal))), "the confirmation");
    }

    private static object Poll(DateOnly from, int best) => new
    {
        title = "合同キャンサーボード（膵）",
        kind = "joint_cancer_board",
        hostHospitalId = "H1301",
        durationMinutes = 60,
        window = new { from = $"{from:yyyy-MM-dd}", to = $"{from.AddDays(10):yyyy-MM-dd}" },
        poll = new { best, deadline = $"{from.AddDays(-5):yyyy-MM-dd}T17:00:00+09:00" },
        participants = new[] { new { hospitalId = "H1302", required = true }, new { hospitalId = "H1401", required = true } },
        quorum = new { minimumHospitals = 2 },
    };

    private static List<DateTimeOffset> Starts(JsonElement conference) =>
        [.. conference.GetProperty("poll").GetProperty("candidates").EnumerateArray().Select(candidate => candidate.GetProperty("start").GetDateTimeOffset())];

    private static async Task<int> BookedAsync(ProductProcess product, List<DateTimeOffset> starts)
    {
        using var view = await product.Http.JsonAsync($"/api/slots/availability?hospitals=H1302&from={Day(starts[0])}&to={Day(starts[^1])}");
        return view.RootElement.GetProperty("sites")[0].GetProperty("booked").GetArrayLength();
    }

    private static async Task<bool> OnScheduleAsync(ProductProcess product, string number, List<DateTimeOffset> starts)
    {
        using var schedule = await product.Http.JsonAsync($"/api/schedule?from={Day(starts[0])}&to={Day(starts[^1])}");
        return schedule.RootElement.GetProperty("items").EnumerateArray().Any(entry => entry.Text("number") == number);
    }

    private static string Day(DateTimeOffset start) => start.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As a browser without script posts it: first with a mark missing, then whole.</summary>
    private static async Task<Uri> VoteByLinkAsync(ProductProcess product, string number, List<DateTimeOffset> starts)
    {
        var mail = MainJobSteps.MailsOf(product, number).Single(mail => mail.To.ToString().Contains("h1302", StringComparison.OrdinalIgnoreCase));
        var link = new Uri(product.Http.BaseAddress!, new Uri(LinkPattern().Match(mail.TextBody!).Value).PathAndQuery);
        using var anonymous = new HttpClient();
        (await anonymous.GetStringAsync(link)).ShouldContain($"mark-{starts[0].ToUnixTimeSeconds()}");
        using var part = Form(starts, "accepted", null, "accepted");
        using var missing = await anonymous.PostAsync(link, part);
        missing.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await missing.Content.ReadAsStringAsync()).ShouldContain("選んでいない候補が 1 件");
        using var whole = Form(starts, "accepted", "declined", "accepted");
        using var taken = await anonymous.PostAsync(link, whole);
        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await taken.Content.ReadAsStringAsync()).ShouldContain("ご回答を記録しました");
        return link;
    }

    private static FormUrlEncodedContent Form(List<DateTimeOffset> starts, params string?[] marks) => new(
        starts.Zip(marks).Where(mark => mark.Second is not null).Select(mark => KeyValuePair.Create($"mark-{mark.First.ToUnixTimeSeconds()}", mark.Second!)));

    private static async Task VoteOnBehalfAsync(ProductProcess product, string path, List<DateTimeOffset> starts)
    {
        object Body(params string[] answers) => new { hospitalId = "H1401", marks = starts.Zip(answers).Select(mark => new { start = mark.First, answer = mark.Second }) };
        using var wrong = await product.Http.PostJsonAsync($"{path}/poll/votes", Body("declined"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var given = await product.Http.PostJsonAsync($"{path}/poll/votes", Body("declined", "accepted", "accepted"));
        given.StatusCode.ShouldBe(HttpStatusCode.NoContent, await given.Content.ReadAsStringAsync());
    }

    [GeneratedRegex(@"http://\S+/poll/[A-Za-z0-9_\-.]+")]
    private static partial Regex LinkPattern();
}
