using Conference.BrowserTests.Accessibility;
using Conference.Tests.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Conference.BrowserTests;

/// <summary>A series as a secretary asks for it: the pattern, the check of every date, another time for one, and later a change.</summary>
public sealed class When_a_series_is_arranged_in_the_browser(ProductFixture fixture)
{
    // A Thursday morning at which no other test books.
    private static readonly DateOnly First = Thursday(ConferenceBodies.Today.AddDays(70));

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Should_be_checked_chosen_asked_for_moved_and_called_off(int width)
    {
        var (hour, title) = (width == 390 ? 9 : 14, $"定例キャンサーボード（{width}）");
        using var taken = await fixture.Product.Http.PostJsonAsync(
            "/api/conferences", ConferenceBodies.Fixed("H1306", ["H1307"], new DateTimeOffset(First.AddDays(7), new TimeOnly(hour, 0), TimeSpan.FromHours(9))));
        await UntilAsync(taken.Headers.Location!.ToString(), "AwaitingReplies");

        var page = await fixture.CoordinatorAsync(width);
        await FillAsync(page, title, hour);
        await page.GetByRole(AriaRole.Button, new() { Name = "全回の日程を確かめる" }).ClickAsync();
        await Expect(page.Locator(".occurrence")).ToHaveCountAsync(4, new() { Timeout = 30_000 });
        await Expect(page.Locator(".occurrence--alternative")).ToHaveCountAsync(1);
        await Expect(page.Locator(".tally")).ToContainTextAsync("空きあり 3 回");
        await page.ShouldBeAccessibleAsync();
        await page.Locator(".occurrence").Nth(0).GetByRole(AriaRole.Checkbox).CheckAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "3 回を依頼する" })).ToBeEnabledAsync();
        await page.Locator(".occurrence").Nth(0).GetByRole(AriaRole.Checkbox).UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "4 回を依頼する" }).ClickAsync();

        await page.WaitForURLAsync(url => url.Contains("created=true", StringComparison.Ordinal));
        await Expect(page.Locator(".occurrence .badge--awaiting-replies")).ToHaveCountAsync(4, new() { Timeout = 90_000 });
        await page.ShouldBeAccessibleAsync();

        await page.Locator(".occurrence").Nth(2).GetByRole(AriaRole.Link, new() { Name = "変更" }).ClickAsync();
        await page.Locator("#startTime").FillAsync($"{hour + 1:00}:30");
        await page.GetByRole(AriaRole.Radio, new() { Name = "この回と以降すべて" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "変更後の日時を確認する" }).ClickAsync();
        await Expect(page.Locator(".occurrence--fits")).ToHaveCountAsync(2);
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "変更を依頼する" }).ClickAsync();
        await Expect(page.Locator(".occurrence").Nth(3)).ToContainTextAsync($"{hour + 1:00}:30", new() { Timeout = 90_000 });
        await Expect(page.Locator(".occurrence").Nth(0)).ToContainTextAsync($"{hour:00}:00");

        await page.Locator("#add-day").FillAsync($"{ConferenceBodies.Today.AddDays(200):yyyy-MM-dd}");
        await page.GetByRole(AriaRole.Button, new() { Name = "この日時を追加する" }).ClickAsync();
        await Expect(page.Locator(".occurrence")).ToHaveCountAsync(5);
        await Expect(page.Locator(".occurrence .badge--awaiting-replies")).ToHaveCountAsync(5, new() { Timeout = 90_000 });

        await page.GetByRole(AriaRole.Link, new() { Name = "以降すべてを中止" }).ClickAsync();
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "中止する", Exact = true }).ClickAsync();
        await Expect(page.Locator(".page-head .badge")).ToHaveTextAsync("終了", new() { Timeout = 90_000 });
        await page.GotoAsync("/series");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = title })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static async Task FillAsync(IPage page, string title, int hour)
    {
        await page.GotoAsync("/series/new");
        await page.Locator("[data-ready=true]").WaitForAsync();
        await page.Locator("#title").FillAsync(title);
        await page.Locator("#hostHospitalId").SelectOptionAsync("H1305");
        await page.Locator("#participants").FillAsync("H1306");
        await page.Locator(".picker__results button").First.ClickAsync();
        await Expect(page.Locator(".chosen li")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Radio, new() { Name = "木", Exact = true }).CheckAsync();
        await page.Locator("#series-time").FillAsync($"{hour:00}:00");
        await page.Locator("#series-from").FillAsync($"{First:yyyy-MM-dd}");
        await page.GetByRole(AriaRole.Radio, new() { Name = "回数で決める" }).CheckAsync();
        await page.Locator("#series-end[type=number]").FillAsync("4");
        await page.Locator("#series-holidays").SelectOptionAsync("keep");
        await page.ShouldBeAccessibleAsync();
    }

    private async Task UntilAsync(string path, string state) => await fixture.Product.UntilAsync(
        async () =>
        {
            using var conference = await fixture.Product.Http.JsonAsync(path);
            return conference.RootElement.Text("state") == state;
        },
        $"{path} to be {state}");

    private static DateOnly Thursday(DateOnly day) => day.AddDays((((int)DayOfWeek.Thursday - (int)day.DayOfWeek) + 7) % 7);
}
