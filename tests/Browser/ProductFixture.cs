using Conference.Tests.Support;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Conference.BrowserTests.ProductFixture))]

namespace Conference.BrowserTests;

/// <summary>One product and one Chromium for all browser tests.</summary>
public sealed class ProductFixture : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string _signedIn = "";

    public ProductProcess Product { get; private set; } = null!;

    public IBrowser Chromium => _browser!;

    public string Address => Product.Http.BaseAddress!.ToString().TrimEnd('/');

    public async ValueTask InitializeAsync()
    {
        // The second factor has tests of its own; here it would only lengthen every sign-in.
        Product = await ProductProcess.StartAsync(null, "--Auth:RequireSecondFactor=false");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = Arguments,
        });
        _signedIn = await SignInAsync();
    }

    /// <summary>A page of the national coordinator.</summary>
    public async Task<IPage> CoordinatorAsync(int width = 1280) => await (await _browser!.NewContextAsync(new()
    {
        BaseURL = Address, Locale = "ja-JP", TimezoneId = "Asia/Tokyo", StorageState = _signedIn,
        ViewportSize = new() { Width = width, Height = 900 },
    })).NewPageAsync();

    /// <summary>A page of somebody who is not signed in.</summary>
    public async Task<IPage> StrangerAsync(bool script = true, int width = 1280) => await (await _browser!.NewContextAsync(new()
    {
        BaseURL = Address, Locale = "ja-JP", JavaScriptEnabled = script, ViewportSize = new() { Width = width, Height = 900 },
    })).NewPageAsync();

    /// <summary>A page of a member of a prefecture's council, who was invited just now and chooses a password.</summary>
    public async Task<IPage> CouncilMemberAsync(string prefecture)
    {
        var email = $"council-{Guid.CreateVersion7():N}@example.jp";
        using var invited = await Product.Http.PostJsonAsync("/api/users", new { name = "協議会委員", email, role = "council_member", scope = $"prefecture:{prefecture}" });
        using var user = await invited.JsonAsync();
        var page = await StrangerAsync();
        await page.GotoAsync("/signin");
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#password").FillAsync(user.RootElement.Text("password"));
        await page.Locator("#password").PressAsync("Enter");
        await page.Locator("#new").FillAsync("a-long-Passw0rd-of-mine");
        await page.Locator("#again").FillAsync("a-long-Passw0rd-of-mine");
        await page.Locator("#again").PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/signin", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        // What did not come up has nothing to be ended.
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (Product is not null)
            await Product.DisposeAsync();
    }

    private async Task<string> SignInAsync()
    {
        var page = await StrangerAsync();
        await page.GotoAsync("/signin");
        await page.Locator("details summary").ClickAsync();
        await page.Locator("#token").FillAsync((await File.ReadAllTextAsync(Path.Combine(Product.DataPath, "admin.token"))).Trim());
        await page.Locator("#token").PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/signin", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        return await page.Context.StorageStateAsync();
    }
}
