using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Conference.BrowserTests;

/// <summary>No serious finding of axe on any page, on a desktop's and a phone's width.</summary>
public sealed class Pages_are_accessible(ProductFixture fixture)
{
    public static TheoryData<string, int> Pages { get; } = new(
        from path in new[]
        {
            "/schedule", "/schedule?view=week", "/schedule?view=list", "/schedule/subscribe", "/conferences/new", "/series", "/series/new", "/hospitals?prefecture=13",
            "/hospitals/H1301", "/hospitals/H1301/contacts", "/hospitals/H1301/sites/H1301-1", "/hospitals/H1301/sites/H1301-1/closures",
            "/hospitals/H1301/sites/H1301-1/test", "/mails", "/mails/review", "/mails/review?outcome=refused", "/mails/senders", "/reports", "/users", "/operations", "/operations/messages", "/not-found",
            "/hospitals/new", "/hospitals/import", "/hospitals/holidays", "/hospitals/H1301/change", "/hospitals/H1301/withdraw", "/hospitals/H1301/sites/new",
        }
        from width in new[] { 1280, 390 }
        select (path, width));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Should_have_no_serious_finding(string path, int width)
    {
        var page = await fixture.CoordinatorAsync(width);
        await page.GotoAsync(path);
        await ShouldBeAccessibleAsync(page);
    }

    [Theory]
    [InlineData("/signin", 1280)]
    [InlineData("/signin", 390)]
    [InlineData("/rsvp/tampered", 390)]
    public async Task Should_have_no_serious_finding_signed_out(string path, int width)
    {
        var page = await fixture.StrangerAsync(width: width);
        await page.GotoAsync(path);
        await ShouldBeAccessibleAsync(page);
    }

    [Fact]
    public async Task Should_switch_to_English_and_remember_it()
    {
        var page = await fixture.CoordinatorAsync();
        await page.GotoAsync("/schedule");
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Schedule");
        await page.GotoAsync("/hospitals");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Hospitals");
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");
    }

    private static async Task ShouldBeAccessibleAsync(IPage page)
    {
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        var findings = (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical").Select(Describe).ToList();
        findings.ShouldBeEmpty();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue("the page must not scroll sideways");
        await page.Context.CloseAsync();
    }

    private static string Describe(AxeResultItem finding) => $"{finding.Id}: {string.Join(" | ", finding.Nodes.Select(node => node.Html))}";
}
