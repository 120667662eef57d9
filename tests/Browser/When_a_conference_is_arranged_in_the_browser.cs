using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MimeKit;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Conference.BrowserTests;

/// <summary>The main job as people do it: asked for, answered from the mail, seen on the schedule.</summary>
public sealed partial class When_a_conference_is_arranged_in_the_browser(ProductFixture fixture)
{
    [Fact]
    public async Task Should_be_asked_for_answered_with_and_without_script_and_seen_on_the_schedule()
    {
        const string title = "合同キャンサーボード（膵・ブラウザー）";
        var page = await fixture.CoordinatorAsync();
        await RequestAsync(page, title, "駒込病院", "千葉県がんセンター");
        await Expect(page.Locator(".page-head .badge")).ToHaveTextAsync("回答待ち", new() { Timeout = 60_000 });
        var conference = new Uri(page.Url).GetLeftPart(UriPartial.Path);
        var number = NumberPattern().Match(await page.Locator(".page-head").InnerTextAsync()).Value;

        await AnswerAsync(await LinkAsync(number, "H1302"), script: true);
        await AnswerAsync(await LinkAsync(number, "H1202"), script: false);

        await page.GotoAsync(conference);
        await page.WaitForFunctionAsync(
            "async () => (await (await fetch(location.href)).text()).includes('badge--confirmed')", null, new() { Timeout = 60_000, PollingInterval = 500 });
        await page.ReloadAsync();
        await Expect(page.Locator(".page-head .badge")).ToHaveTextAsync("確定・案内済");

        var day = await page.Locator(".when time").GetAttributeAsync("datetime");
        var council = await fixture.CouncilMemberAsync("12");
        await council.GotoAsync($"/schedule?view=list&date={day![..10]}");
        await Expect(council.GetByRole(AriaRole.Link, new() { Name = title })).ToBeVisibleAsync();
    }

    internal static async Task FillAsync(IPage page, string title, params string[] hospitals)
    {
        await page.GotoAsync("/conferences/new");
        await page.Locator("[data-ready=true]").WaitForAsync();
        await page.Locator("#title").FillAsync(title);
        await page.Locator("#hostHospitalId").SelectOptionAsync("H1301");
        foreach (var hospital in hospitals)
        {
            await page.Locator("#participants").FillAsync(hospital);
            await page.Locator(".picker__results button").First.ClickAsync();
            await Expect(page.Locator(".chosen")).ToContainTextAsync(hospital);
        }
        await page.Locator(".suggestion input").Nth(1).CheckAsync();
    }

    private static async Task RequestAsync(IPage page, string title, params string[] hospitals)
    {
        await FillAsync(page, title, hospitals);
        await page.GetByRole(AriaRole.Button, new() { Name = "確認へ進む" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で依頼する" }).ClickAsync();
        await page.WaitForURLAsync(ConferencePattern());
    }

    private async Task AnswerAsync(string link, bool script)
    {
        var page = await fixture.StrangerAsync(script, width: 390);
        await page.GotoAsync(link);
        await page.Locator("button[name=answer][value=accepted]").ClickAsync();
        await Expect(page.Locator("[role=status]").First).ToContainTextAsync("「参加」と記録しました");
        await page.Context.CloseAsync();
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
            $"the invitation of {hospitalId} to {number}");
        var link = LinkPattern().Match(found!.TextBody!).Value;
        link.ShouldNotBeEmpty(found.TextBody);
        return link;
    }

    [GeneratedRegex(@"http://\S+/rsvp/[A-Za-z0-9_\-.]+")]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"\d{4}-\d{6}")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"/conferences/[0-9a-f-]{36}")]
    private static partial Regex ConferencePattern();
}
