using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using static Microsoft.Playwright.Assertions;

namespace Conference.BrowserTests.Accessibility;

/// <summary>What every page keeps to, whatever it shows.</summary>
internal static class Axe
{
    private static readonly int[] Widths = [1280, 390];

    // What is in order need not be listed: half the time on a long page.
    private static readonly AxeRunOptions Options = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>No serious finding of axe, and nothing that is cut off at the side.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        await Expect(page.Locator("h1").First).ToBeVisibleAsync();
        var at = new Uri(page.Url).PathAndQuery;
        (await page.RunAxe(Options)).Violations.Where(violation => violation.Impact is "serious" or "critical").Select(Describe).ShouldBeEmpty(at);
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue($"{at} must not scroll sideways");
    }

    /// <summary>The same on a desktop's and on a phone's width.</summary>
    public static async Task ShouldBeAccessibleAtAllWidthsAsync(this IPage page)
    {
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.ShouldBeAccessibleAsync();
        }
    }

    private static string Describe(AxeResultItem finding) => $"{finding.Id}: {string.Join(" | ", finding.Nodes.Select(node => node.Html))}";
}
