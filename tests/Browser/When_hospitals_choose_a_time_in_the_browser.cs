using System.Text.RegularExpressions;
using Conference.BrowserTests.Accessibility;
using Microsoft.Playwright;
using MimeKit;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Conference.BrowserTests;

/// <summary>A poll as people do it: candidates picked from the suggestions, marked without script, decided in the matrix.</summary>
public sealed partial class When_hospitals_choose_a_time_in_the_browser(ProductFixture fixture)
{
    [Fact]
    public async Task Should_be_asked_for_marked_without_script_and_decided_in_the_matrix()
    {
        var page = await fixture.CoordinatorAsync();
        await RequestAsync(page);
        await Expect(page.Locator(".page-head .badge")).ToHaveTextAsync("候補日調整中", new() { Timeout = 60_000 });
        var conference = new Uri(page.Url).GetLeftPart(UriPartial.Path);
        var number = NumberPattern().Match(await page.Locator(".page-head").InnerTextAsync()).Value;

        await MarkAsync(await LinkAsync(number, "H1202"));
        await page.GotoAsync(conference);
        await Expect(page.Locator(".poll .mark-sign--tentative")).ToHaveCountAsync(1);
        await page.ShouldBeAccessibleAsync();
        await page.SetViewportSizeAsync(390, 900);
        await page.ShouldBeAccessibleAsync();

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("この日に決める") }).First.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("done=decide", StringComparison.Ordinal));
        await page.WaitForFunctionAsync("async () => /badge--(awaiting-replies|confirmed)/.test(await (await fetch(location.href)).text())", null, new() { Timeout = 60_000, PollingInterval = 500 });
        await page.ReloadAsync();
        await Expect(page.Locator(".when time")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    private static async Task RequestAsync(IPage page)
    {
        await page.GotoAsync("/conferences/new");
        await page.Locator("[data-ready=true]").WaitForAsync();
        await page.Locator("#title").FillAsync("合同キャンサーボード（候補日）");
        await page.Locator("#hostHospitalId").SelectOptionAsync("H1301");
        foreach (var hospital in new[] { "千葉県がんセンター", "駒込病院" })
        {
            await page.Locator("#participants").FillAsync(hospital);
            await page.Locator(".picker__results button").First.ClickAsync();
            await Expect(page.Locator(".chosen")).ToContainTextAsync(hospital);
        }

        await page.GetByText("候補日を挙げて調整する").ClickAsync();
        await page.Locator(".suggestion input[type=checkbox]").Nth(0).CheckAsync();
        await page.Locator(".suggestion input[type=checkbox]").Nth(1).CheckAsync();
        await Expect(page.Locator(".picked li")).ToHaveCountAsync(2);
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "確認へ進む" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で依頼する" }).ClickAsync();
        await page.WaitForURLAsync(ConferencePattern());
    }

    private async Task MarkAsync(string link)
    {
        var page = await fixture.StrangerAsync(script: false, width: 390);
        await page.GotoAsync(link);
        await page.Locator(".candidate").Nth(0).Locator("input[value=accepted]").CheckAsync(new() { Force = true });
        await page.Locator("form button[type=submit]").ClickAsync();
        await Expect(page.Locator("[role=status]")).ToHaveCountAsync(0);
        await page.Locator(".candidate").Nth(1).Locator("input[value=tentative]").CheckAsync(new() { Force = true });
        await page.Locator("form button[type=submit]").ClickAsync();
        await Expect(page.Locator("[role=status]").First).ToContainTextAsync("ご回答を記録しました");
        await page.Context.CloseAsync();

        var scripted = await fixture.StrangerAsync(width: 390);
        await scripted.GotoAsync(link);
        await Expect(scripted.Locator(".candidate").Nth(1).Locator("input[value=tentative]")).ToBeCheckedAsync();
        await scripted.ShouldBeAccessibleAsync();
        await scripted.Context.CloseAsync();
    }

    private async Task<string> LinkAsync(string number, string hospitalId)
    {
        MimeMessage? found = null;
        await fixture.Product.UntilAsync(
            () =>
            {
                found = fixture.Product.Mails.Select(file => MimeMessage.Load(file)).FirstOrDefault(mail =>
                    mail.Subject!.Contains(number, StringComparison.Ordinal) && mail.To.ToString().Contains(hospitalId, StringComparison.OrdinalIgnoreCase));
                return Task.FromResult(found is not null);
            },
            $"the mail to {hospitalId}");
        return fixture.Address + new Uri(LinkPattern().Match(found!.TextBody!).Value).PathAndQuery;
    }

    [GeneratedRegex(@"[0-9]{4}-[0-9]{6}")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"/conferences/[0-9a-f-]{36}")]
    private static partial Regex ConferencePattern();

    [GeneratedRegex(@"http://\S+/poll/[A-Za-z0-9_\-.]+")]
    private static partial Regex LinkPattern();
}
