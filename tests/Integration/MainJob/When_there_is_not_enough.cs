using System.Text.Json;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.MainJob;

/// <summary>The whole product on a bridge with ports for one conference: who waits is served, and who loses a site is placed anew.</summary>
[Collection(WholeMachine.Name)]
public sealed class When_there_is_not_enough
{
    private static readonly DateOnly From = ConferenceBodies.OrdinaryWeek(30);

    [Fact]
    public async Task Should_place_by_itself_who_waits_and_who_loses_a_site()
    {
        await using var product = await ProductProcess.StartAsync(null, "--Bridges:0:Id=small", "--Bridges:0:Ports=2");
        var first = await RequestAsync(product, "H1301", "H1302", days: 6);
        await StateAsync(product, first, "AwaitingReplies");
        using var shown = await product.Http.JsonAsync(first);
        var start = shown.RootElement.GetProperty("slot").GetProperty("start").GetDateTimeOffset();
        var day = DateOnly.FromDateTime(start.ToOffset(TimeSpan.FromHours(9)).DateTime);

        // Another wants just that hour, waits for it, and gets it when the first is called off.
        var second = await RequestAsync(product, "H1303", "H1304", days: 0, day, start);
        await StateAsync(product, second, "Unplaced");
        using (var place = await product.Http.JsonAsync($"/api/slots/waiting/{second[(second.LastIndexOf('/') + 1)..]}"))
            place.RootElement.GetProperty("place").GetInt32().ShouldBe(1);
        using (var attention = await product.Http.JsonAsync("/api/conferences/attention"))
            attention.RootElement.GetProperty("items").EnumerateArray().Single().GetProperty("waiting").GetBoolean().ShouldBeTrue();
        using (await product.Http.PostJsonAsync($"{first}/cancel", new { }))
            await StateAsync(product, second, "AwaitingReplies");

        // A third has room to move: its site closes on the day, and it goes elsewhere by itself.
        var third = await RequestAsync(product, "H1305", "H1306", days: 6);
        var before = await StateAsync(product, third, "AwaitingReplies");
        var closed = before.GetProperty("slot").GetProperty("start").GetDateTimeOffset();
        using var closure = await product.Http.PutJsonAsync("/api/sites/H1306-1/closures", new { closures = new[] { new { from = closed.AddHours(-1), to = closed.AddHours(2), reason = "停電" } } });
        closure.EnsureSuccessStatusCode();
        await product.UntilAsync(
            async () =>
            {
                using var moved = await product.Http.JsonAsync(third);
                return moved.RootElement.Text("state") == "AwaitingReplies" && moved.RootElement.GetProperty("slot").GetProperty("start").GetDateTimeOffset() != closed;
            },
            "the third to be placed anew");
        using var after = await product.Http.JsonAsync(third);
        after.RootElement.GetProperty("warnings").EnumerateArray().Select(warning => warning.Text("code")).ShouldContain("moved_for_site");
    }

    private static async Task<string> RequestAsync(ProductProcess product, string host, string guest, int days, DateOnly? day = null, DateTimeOffset? start = null)
    {
        var local = start?.ToOffset(TimeSpan.FromHours(9));
        var (from, to) = (day ?? From, (day ?? From).AddDays(days));
        var body = local is { } at
            ? ConferenceBodies.Window(host, [guest], from, to, hoursFrom: $"{at:HH:mm}", hoursTo: $"{at.AddHours(1):HH:mm}")
            : ConferenceBodies.Window(host, [guest], from, to);
        using var answer = await product.Http.PostJsonAsync("/api/conferences", body);
        answer.EnsureSuccessStatusCode();
        return answer.Headers.Location!.ToString();
    }

    private static async Task<JsonElement> StateAsync(ProductProcess product, string path, string state)
    {
        JsonElement last = default;
        await product.UntilAsync(
            async () =>
            {
                using var conference = await product.Http.JsonAsync(path);
                last = conference.RootElement.Clone();
                return last.Text("state") == state;
            },
            $"{path} to be {state}");
        return last;
    }
}
