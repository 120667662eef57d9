using Conference.Tests.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Conference.BrowserTests;

/// <summary>What was asked for is changed afterwards: with one click where there was no time, or on the form.</summary>
public sealed class When_a_request_is_changed_in_the_browser(ProductFixture fixture)
{
    // Ten on a working day in Tokyo, at which no other test books.
    private static readonly DateTimeOffset Start = new(Workday(ConferenceBodies.Today.AddDays(60)).ToDateTime(new TimeOnly(10, 0)), TimeSpan.FromHours(9));

    [Fact]
    public async Task Should_find_a_time_with_one_click_when_a_hospital_is_made_optional()
    {
        await RequestAsync("H1309", ["H1310"], Start, "AwaitingReplies");
        var path = await RequestAsync("H1311", ["H1310", "H1312"], Start, "Unplaced");

        var page = await fixture.CoordinatorAsync();
        await page.GotoAsync(path);
        await page.Locator(".suggestions li").Filter(new() { HasText = "任意参加にすれば" }).GetByRole(AriaRole.Button).ClickAsync();

        await Expect(page.Locator(".page-head .badge")).ToHaveTextAsync("回答待ち", new() { Timeout = 60_000 });
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { Has = page.Locator("a[href='/hospitals/H1310']") })).ToContainTextAsync("任意");
        await Expect(page.Locator(".when time")).ToHaveAttributeAsync("datetime", $"{Start:yyyy-MM-dd'T'HH:mm:sszzz}");
    }

    [Fact]
    public async Task Should_keep_the_time_when_a_hospital_joins_and_say_so_where_the_number_needed_is_too_large()
    {
        var path = await RequestAsync("H1313", ["H1314"], Start, "AwaitingReplies");
        var page = await fixture.CoordinatorAsync();
        await page.GotoAsync(path);
        await page.GetByRole(AriaRole.Link, new() { Name = "内容を変更する" }).ClickAsync();
        await page.Locator("[data-ready=true]").WaitForAsync();
        await page.Locator("#title").FillAsync("合同キャンサーボード（胆道）");
        await page.Locator("#participants").FillAsync("千葉県がんセンター");
        await page.Locator(".picker__results button").First.ClickAsync();
        await Expect(page.Locator(".chosen")).ToContainTextAsync("千葉県がんセンター");
        await page.Locator("#quorum-minimumHospitals").FillAsync("9");
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容に変更する" }).ClickAsync();
        await Expect(page.Locator("#error-summary")).ToContainTextAsync("超えています");

        await page.Locator("#quorum-minimumHospitals").FillAsync("3");
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容に変更する" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("合同キャンサーボード（胆道）", new() { Timeout = 60_000 });
        await Expect(page.Locator("a[href='/hospitals/H1202']")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.Locator(".when time")).ToHaveAttributeAsync("datetime", $"{Start:yyyy-MM-dd'T'HH:mm:sszzz}");
    }

    [Fact]
    public async Task Should_keep_a_day_that_is_emptied()
    {
        var page = await fixture.CoordinatorAsync();
        await page.GotoAsync("/conferences/new");
        await page.Locator("[data-ready=true]").WaitForAsync();
        var day = page.Locator("#window-from");
        var before = await day.InputValueAsync();

        await day.FillAsync("");

        await Expect(day).ToHaveValueAsync(before);
        await day.FillAsync("2030-01-15");
        await Expect(day).ToHaveValueAsync("2030-01-15");
    }

    private async Task<string> RequestAsync(string host, string[] others, DateTimeOffset start, string state)
    {
        using var answer = await fixture.Product.Http.PostJsonAsync("/api/conferences", ConferenceBodies.Fixed(host, others, start));
        using var accepted = await answer.JsonAsync();
        var path = $"/conferences/{accepted.RootElement.Text("conferenceId")}";
        await fixture.Product.UntilAsync(
            async () =>
            {
                using var view = await fixture.Product.Http.JsonAsync($"/api{path}");
                return view.RootElement.Text("state") == state;
            },
            $"{path} to be {state}");
        return path;
    }

    private static DateOnly Workday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
