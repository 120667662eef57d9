using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conference.Tests.Support;
using MimeKit;
using Shouldly;

namespace Conference.IntegrationTests.MainJob;

/// <summary>The main job over HTTP, on the real registry, however the product is run.</summary>
internal static partial class MainJobSteps
{
    private static readonly string[] Hospitals = ["H1302", "H1401"];

    public static async Task GoAllTheWayAsync(IProduct product)
    {
        var (path, number, start) = await ConfirmedAsync(product);
        await ShouldBeOnTheScheduleAsync(product, number, start);
        await ShouldBeInTheFeedAsync(product, number);
        await ShouldHaveAHistoryAsync(product, path, "Placing", "Inviting", "AwaitingReplies", "Confirming", "Confirmed");
    }

    /// <summary>A conference that was placed, announced, answered and confirmed.</summary>
    public static async Task<(string Path, string Number, DateTimeOffset Start)> ConfirmedAsync(IProduct product)
    {
        var today = ConferenceBodies.Today;

        using var accepted = await product.Http.PostJsonAsync("/api/conferences", ConferenceBodies.Window("H1301", Hospitals, today.AddDays(10), today.AddDays(30)));
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted, await accepted.Content.ReadAsStringAsync());
        var path = accepted.Headers.Location!.ToString();
        await StateAsync(product, path, "AwaitingReplies");

        using var conference = await product.Http.JsonAsync(path);
        var number = conference.RootElement.Text("number");
        var start = conference.RootElement.GetProperty("slot").GetProperty("start").GetDateTimeOffset();
        await product.UntilAsync(() => Task.FromResult(MailsOf(product, number).Count == 3), "three invitations in the mail drop");
        foreach (var hospital in Hospitals)
            await AnswerByLinkAsync(product, MailsOf(product, number).Single(mail => mail.To.ToString().Contains(hospital, StringComparison.OrdinalIgnoreCase)), "accepted");

        await StateAsync(product, path, "Confirmed");
        return (path, number, start);
    }

    public static Task StateAsync(IProduct product, string path, string state) => product.UntilAsync(
        async () =>
        {
            using var conference = await product.Http.JsonAsync(path);
            return conference.RootElement.Text("state") == state;
        },
        $"{path} to be {state}");

    public static List<MimeMessage> MailsOf(IProduct product, string number) =>
        [.. product.Mails.Select(file => MimeMessage.Load(file)).Where(mail => mail.Subject!.Contains(number, StringComparison.Ordinal))];

    public static async Task AnswerByLinkAsync(IProduct product, MimeMessage mail, string answer)
    {
        var written = LinkPattern().Match(mail.TextBody!).Value;
        written.ShouldNotBeEmpty(mail.TextBody);
        // The portal's address may have changed since, as it never does outside of tests.
        var link = new Uri(product.Http.BaseAddress!, new Uri(written).PathAndQuery);
        using var anonymous = new HttpClient();
        (await anonymous.GetStringAsync(link)).ShouldContain("answer");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("answer", answer)]);
        using var answered = await anonymous.PostAsync(link, form);
        answered.StatusCode.ShouldBe(HttpStatusCode.OK, await answered.Content.ReadAsStringAsync());
    }

    private static async Task ShouldBeOnTheScheduleAsync(IProduct product, string number, DateTimeOffset start)
    {
        await product.UntilAsync(
            async () =>
            {
                using var schedule = await product.Http.JsonAsync($"/api/schedule?from={start.AddDays(-1):yyyy-MM-dd}&to={start.AddDays(1):yyyy-MM-dd}&hospital=H1302");
                return schedule.RootElement.GetProperty("items").EnumerateArray().Any(entry => entry.Text("number") == number && entry.Text("state") == "Confirmed");
            },
            "the conference to stand confirmed on the schedule");
    }

    private static async Task ShouldBeInTheFeedAsync(IProduct product, string number)
    {
        using var made = await product.Http.PostJsonAsync("/api/feeds", new { scope = "prefecture:13" });
        using var feed = await made.JsonAsync();
        var address = new Uri(feed.RootElement.Text("url"));
        using var anonymous = new HttpClient();
        using var first = await anonymous.GetAsync(address);
        (await first.Content.ReadAsStringAsync()).ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).ShouldContain(number);

        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await anonymous.SendAsync(again);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    public static async Task ShouldHaveAHistoryAsync(IProduct product, string path, params string[] states)
    {
        using var timeline = await product.Http.JsonAsync($"{path}/timeline");
        var entries = timeline.RootElement.ValueKind == JsonValueKind.Array ? timeline.RootElement : timeline.RootElement.GetProperty("items");
        var reached = entries.EnumerateArray().Select(entry => entry.Text("to")).ToList();
        states.ShouldBeSubsetOf(reached);
    }

    [GeneratedRegex(@"http://\S+/rsvp/[A-Za-z0-9_\-.]+")]
    private static partial Regex LinkPattern();
}
