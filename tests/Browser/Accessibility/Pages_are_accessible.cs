using Conference.IntegrationTests.Portal.Access;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Conference.BrowserTests.Accessibility;

/// <summary>No serious finding of axe on any page, filled as the demonstration is, on a desktop's and a phone's width.</summary>
public sealed class Pages_are_accessible(Demonstration demonstration) : IClassFixture<Demonstration>
{
    public static TheoryData<string> SignedIn { get; } = new(Routes.SignedIn.SelectMany(route => route.Visits));

    public static TheoryData<string> SignedOut { get; } = new(Routes.SignedOut.SelectMany(route => route.Visits));

    [Theory]
    [MemberData(nameof(SignedIn))]
    public async Task Should_have_no_serious_finding(string path) =>
        await ShouldBeAccessibleAsync(await demonstration.CoordinatorAsync(), demonstration.Resolve(path));

    [Theory]
    [MemberData(nameof(SignedOut))]
    public async Task Should_have_no_serious_finding_signed_out(string path) =>
        await ShouldBeAccessibleAsync(await demonstration.StrangerAsync(), demonstration.Resolve(path));

    [Fact]
    public async Task Should_have_no_serious_finding_on_the_way_in()
    {
        var (email, password) = await demonstration.InviteAsync();
        var page = await demonstration.StrangerAsync();
        await SignInAsync(page, email, password, "/signin/password");
        await page.ShouldBeAccessibleAtAllWidthsAsync();
        await page.Locator("#new").FillAsync("a-long-Passw0rd-of-mine");
        await page.Locator("#again").FillAsync("a-long-Passw0rd-of-mine");
        await page.Locator("#again").PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("/signin/second-factor", StringComparison.Ordinal));
        await page.ShouldBeAccessibleAtAllWidthsAsync();
        await page.Locator("#code").FillAsync(Authenticator.Code(await page.Locator("code.code").First.InnerTextAsync()));
        await page.Locator("#code").PressAsync("Enter");
        await Expect(page.Locator("#code")).ToHaveCountAsync(0);
        await page.ShouldBeAccessibleAtAllWidthsAsync();

        await page.Context.ClearCookiesAsync();
        await SignInAsync(page, email, "a-long-Passw0rd-of-mine", "/signin/code");
        await page.ShouldBeAccessibleAtAllWidthsAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Should_have_no_serious_finding_where_a_second_factor_is_set_up() =>
        await ShouldBeAccessibleAsync(await demonstration.SignInAsync("hospital"), "/account/second-factor");

    [Fact]
    public async Task Should_have_no_serious_finding_before_a_request_is_sent()
    {
        var page = await demonstration.CoordinatorAsync();
        await When_a_conference_is_arranged_in_the_browser.FillAsync(page, "合同キャンサーボード（膵）", "千葉県がんセンター");
        await page.ShouldBeAccessibleAtAllWidthsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "確認へ進む" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "この内容で依頼する" })).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAtAllWidthsAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Should_switch_to_English_and_remember_it()
    {
        var page = await demonstration.CoordinatorAsync();
        await page.GotoAsync("/schedule");
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Schedule");
        await page.GotoAsync("/hospitals");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Hospitals");
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");
        await page.Context.CloseAsync();
    }

    private static async Task ShouldBeAccessibleAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        new Uri(page.Url).PathAndQuery.ShouldBe(path, "the page leads elsewhere");
        await page.ShouldBeAccessibleAtAllWidthsAsync();
        await page.Context.CloseAsync();
    }

    private static async Task SignInAsync(IPage page, string email, string password, string next)
    {
        await page.GotoAsync("/signin");
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#password").FillAsync(password);
        await page.Locator("#password").PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains(next, StringComparison.Ordinal));
    }
}
