using Conference.Tests.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Conference.BrowserTests;

/// <summary>A conference is confirmed, moved and called off from its page; a page that was open while it moved decides nothing unseen.</summary>
public sealed class When_a_time_is_decided_in_the_browser(ProductFixture fixture)
{
    private static readonly DateTimeOffset Start = new(Workday(ConferenceBodies.Today.AddDays(66)).ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(9));

    [Fact]
    public async Task Should_confirm_no_other_time_than_was_seen_then_move_and_call_it_off()
    {
        var http = fixture.Product.Http;
        using var answer = await http.PostJsonAsync("/api/conferences", ConferenceBodies.Fixed("H1315", ["H1316"], Start));
        using var accepted = await answer.JsonAsync();
        var path = $"/conferences/{accepted.RootElement.Text("conferenceId")}";
        await UntilAsync(path, "AwaitingReplies", 1);
        var page = await fixture.CoordinatorAsync();
        await page.GotoAsync(path);
        using var moved = await http.PostJsonAsync($"/api{path}/reschedule", new { slot = new { start = Text(Start.AddHours(2)) } });
        moved.EnsureSuccessStatusCode();
        await UntilAsync(path, "AwaitingReplies", 2);

        await page.GetByRole(AriaRole.Button, new() { Name = "この日時で確定する" }).ClickAsync();
        await Expect(page.Locator("#error-summary")).ToContainTextAsync("日時が変わりました");
        await Expect(page.Locator(".when time")).ToHaveAttributeAsync("datetime", Text(Start.AddHours(2)));
        await Expect(page.Locator(".page-head .badge")).ToHaveTextAsync("回答待ち");
        await page.GetByRole(AriaRole.Button, new() { Name = "この日時で確定する" }).ClickAsync();
        await UntilAsync(path, "Confirmed", 2);

        await page.GotoAsync($"{path}/reschedule");
        await page.Locator("input[name='Input.Fixed'][value='true']").CheckAsync();
        await page.Locator("#day").FillAsync($"{Start:yyyy-MM-dd}");
        await page.Locator("#time").FillAsync("14:00");
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("done=reschedule", StringComparison.Ordinal));
        await UntilAsync(path, "AwaitingReplies", 3);

        await page.GotoAsync($"{path}/cancel");
        await page.Locator("#reason").FillAsync("台風のため");
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("done=cancel", StringComparison.Ordinal));
        await UntilAsync(path, "Cancelled", 4);
        await page.Context.CloseAsync();
    }

    private Task UntilAsync(string path, string state, int revision) => fixture.Product.UntilAsync(
        async () =>
        {
            using var view = await fixture.Product.Http.JsonAsync($"/api{path}");
            return view.RootElement.Text("state") == state && view.RootElement.GetProperty("revision").GetInt32() == revision;
        },
        $"{path} to be {state} at revision {revision}");

    private static string Text(DateTimeOffset instant) => $"{instant:yyyy-MM-dd'T'HH:mm:sszzz}";

    private static DateOnly Workday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
