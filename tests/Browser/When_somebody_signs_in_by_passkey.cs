using Conference.Tests.Support;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Conference.BrowserTests;

/// <summary>Enrolled on the account page, used at sign-in, removed; the authenticator is Chromium's virtual one.</summary>
public sealed class When_somebody_signs_in_by_passkey(ProductFixture fixture)
{
    private const string Password = "a-long-Passw0rd-of-mine";

    // WebAuthn knows no addresses, only names of hosts.
    private string Site => fixture.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [Fact]
    public async Task Should_take_it_in_place_of_password_and_code_until_it_is_removed()
    {
        var email = $"passkey-{Guid.CreateVersion7():N}@example.jp";
        var page = await fixture.StrangerAsync();
        await AddAuthenticatorAsync(page);
        await SignInFirstAsync(page, email);

        await page.GotoAsync($"{Site}/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "この端末でパスキーを登録" }).ClickAsync();
        await Expect(page.GetByText("に登録")).ToBeVisibleAsync();

        await SignOutAsync(page);
        await SignInByPasskeyAsync(page);
        await Expect(page).ToHaveURLAsync($"{Site}/account");
        await Expect(page.Locator(".facts")).ToContainTextAsync("鍵野");

        await page.GetByRole(AriaRole.Button, new() { Name = "削除" }).ClickAsync();
        await Expect(page.GetByText("に登録")).ToHaveCountAsync(0);
        await SignOutAsync(page);
        await SignInByPasskeyAsync(page);
        await Expect(page.GetByText("パスキーでサインインできませんでした").First).ToBeVisibleAsync();
        page.Url.ShouldContain("/signin");
    }

    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true,
                ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private async Task SignInFirstAsync(IPage page, string email)
    {
        using var invited = await fixture.Product.Http.PostJsonAsync("/api/users", new { name = "鍵野", email, role = "council_member", scope = "prefecture:13" });
        using var user = await invited.JsonAsync();
        await page.GotoAsync($"{Site}/signin");
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#password").FillAsync(user.RootElement.Text("password"));
        await page.Locator("#password").PressAsync("Enter");
        await page.Locator("#new").FillAsync(Password);
        await page.Locator("#again").FillAsync(Password);
        await page.Locator("#again").PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/signin", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
    }

    private async Task SignOutAsync(IPage page)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync($"{Site}/signin?returnUrl=%2Faccount");
    }

    private static Task SignInByPasskeyAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "パスキーでサインイン" }).ClickAsync();
}
