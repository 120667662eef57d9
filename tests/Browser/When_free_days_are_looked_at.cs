using Conference.BrowserTests.Accessibility;
using Conference.Tests.Support;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Conference.BrowserTests;

/// <summary>The picture of sites and days beside the request, before anything is asked for.</summary>
public sealed class When_free_days_are_looked_at(ProductFixture fixture)
{
    // Once for all widths: a second one would find it taken.
    private static Task? _lastIsTaken;

    [Fact]
    public async Task Should_show_who_is_taken_on_which_day_and_open_the_day_that_is_pointed_at()
    {
        var day = await FirstDayAsync();
        await TakeEveningAsync("H1315", "H1316", day);

        var page = await fixture.CoordinatorAsync();
        await page.GotoAsync("/conferences/new");
        await page.Locator("[data-ready=true]").WaitForAsync();
        await page.Locator("#hostHospitalId").SelectOptionAsync("H1315");
        await ChooseAsync(page, "神奈川県立がんセンター");

        var heat = page.Locator(".heat");
        await Expect(heat.Locator("tbody tr")).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        await Expect(heat.Locator("tbody tr").First.Locator("td").First).ToHaveTextAsync("空きなし");
        await Expect(heat.Locator("tbody tr").Nth(1).Locator("td").First).ToHaveTextAsync("すべて空き");
        var button = heat.Locator("thead button").First;
        await Expect(button).ToHaveTextAsync("×");
        await button.ClickAsync();

        await Expect(button).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 30_000 });
        await Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = new("17:00–20:00 予約あり") })).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Should_show_a_hundred_sites_the_required_ones_first_and_count_those_beyond(int width)
    {
        var day = await FirstDayAsync();
        await (_lastIsTaken ??= TakeEveningAsync("H4702", "H4701", day));

        var page = await fixture.CoordinatorAsync(width);
        await page.GotoAsync("/conferences/new");
        await page.Locator("[data-ready=true]").WaitForAsync();
        await page.Locator("#hostHospitalId").SelectOptionAsync("H0101");
        await ChooseByPrefectureAsync(page, 99);
        await ChooseAsync(page, "琉球大学病院");

        // The host and a hundred others, all required: the last one has no row, and is in the way all the same.
        var heat = page.Locator(".heat");
        await Expect(heat.Locator("tbody tr")).ToHaveCountAsync(100, new() { Timeout = 60_000 });
        await Expect(heat.Locator("thead button").First).ToHaveTextAsync("×", new() { Timeout = 60_000 });
        await Expect(heat.Locator("tbody")).Not.ToContainTextAsync("琉球大学病院");
        await page.Locator(".chosen select").First.SelectOptionAsync("false");
        await Expect(heat.Locator("tbody tr").Last).ToContainTextAsync("琉球大学病院", new() { Timeout = 60_000 });

        // Whatever is scrolled to, the days stay in sight, and nothing is cut off at the side.
        await heat.EvaluateAsync("heat => { heat.scrollIntoView(); heat.scrollTop = heat.scrollHeight; }");
        await Expect(heat.Locator("thead button").First).ToBeInViewportAsync();
        (await heat.EvaluateAsync<bool>("heat => heat.scrollWidth <= heat.clientWidth && document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        await page.ShouldBeAccessibleAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>The first that the form offers: its window begins in two weeks, on a working day.</summary>
    private async Task<DateOnly> FirstDayAsync()
    {
        var from = ConferenceBodies.Today.AddDays(14);
        using var view = await fixture.Product.Http.JsonAsync($"/api/slots/availability?hospitals=H1315&from={from:yyyy-MM-dd}&to={from.AddDays(14):yyyy-MM-dd}");
        var rest = view.RootElement.GetProperty("restDays").EnumerateArray().Select(day => DateOnly.Parse(day.GetString()!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return Enumerable.Range(0, 14).Select(from.AddDays).First(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !rest.Contains(day));
    }

    private static async Task ChooseAsync(IPage page, string hospital)
    {
        await page.Locator("#participants").FillAsync(hospital);
        await page.Locator(".picker__results button").First.ClickAsync();
    }

    private static async Task ChooseByPrefectureAsync(IPage page, int hospitals)
    {
        var chosen = 0;
        for (var prefecture = 1; chosen < hospitals; prefecture++)
        {
            await page.Locator(".picker__search select").SelectOptionAsync($"{prefecture:00}");
            var found = page.Locator(".picker__results button");
            await Expect(found.First).ToBeVisibleAsync();
            for (var left = await found.CountAsync(); left > 0 && chosen < hospitals; left--)
            {
                await found.First.ClickAsync();
                await Expect(page.Locator(".chosen li")).ToHaveCountAsync(++chosen, new() { Timeout = 30_000 });
            }
        }

        await page.Locator(".picker__search select").SelectOptionAsync("");
        await Expect(page.Locator(".picker__results")).ToHaveCountAsync(0);
    }

    private async Task TakeEveningAsync(string host, string other, DateOnly day)
    {
        var start = new DateTimeOffset(day.ToDateTime(new TimeOnly(17, 0)), TimeSpan.FromHours(9));
        var body = ConferenceBodies.Fixed(host, [other], start, minutes: 180);
        using var answer = await fixture.Product.Http.PostJsonAsync("/api/conferences", body);
        using var accepted = await answer.JsonAsync();
        var path = $"/api/conferences/{accepted.RootElement.Text("conferenceId")}";
        await fixture.Product.UntilAsync(
            async () =>
            {
                using var view = await fixture.Product.Http.JsonAsync(path);
                return view.RootElement.Text("state") == "AwaitingReplies";
            },
            $"{path} to be placed");
    }
}
