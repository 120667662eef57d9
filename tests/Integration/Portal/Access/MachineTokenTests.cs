using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Portal.Access;

public sealed class MachineTokenTests : IAsyncLifetime
{
    private PortalHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await PortalHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public void AdminToken_FirstStart_IsReadableByItsOwnerAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");

#pragma warning disable CA1416 // skipped above
        File.GetUnixFileMode(_host.AdminTokenFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
#pragma warning restore CA1416
    }

    [Fact]
    public async Task AdminToken_NextStart_IsKept_AndAfterALossMadeAnewAndTheLostOneRevoked()
    {
        var folder = Directory.CreateTempSubdirectory("conference-").FullName;
        var first = await RunAsync(folder);
        (await RunAsync(folder)).ShouldBe(first);

        File.Delete(Path.Combine(folder, "admin.token"));
        await using var host = await PortalHost.StartAsync(folder);
        using var lost = host.NewProgram(first);
        using var admin = await host.NewAdminAsync();

        (await StatusAsync(lost)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(admin)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task MadeToken_UntilRevoked_OpensWhatItsRoleMay()
    {
        using var admin = await _host.NewAdminAsync();
        var made = await MakeAsync(admin, new { name = "予約連携", role = "national_coordinator", scope = "nation", expiresInDays = 30 });
        using var machine = _host.NewProgram(made.GetProperty("token").GetString());
        (await StatusAsync(machine)).ShouldBe(HttpStatusCode.OK);

        (await admin.DeleteAsync(new Uri($"/api/tokens/{made.GetProperty("id").GetString()}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await StatusAsync(machine)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task MadeToken_OfALesserRole_IsForbiddenWithAProblemInTheReadersLanguage()
    {
        using var admin = await _host.NewAdminAsync();
        var made = await MakeAsync(admin, new { name = "閲覧", role = "council_member", scope = "prefecture:13" });
        using var machine = _host.NewProgram(made.GetProperty("token").GetString());

        var japanese = await machine.GetAsync(new Uri("/api/users", UriKind.Relative));
        machine.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var english = await machine.GetAsync(new Uri("/api/users", UriKind.Relative));

        japanese.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        japanese.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await japanese.Content.ReadAsStringAsync()).ShouldContain("forbidden");
        (await japanese.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString().ShouldBe("この操作を行う権限がありません。");
        (await english.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString().ShouldBe("You may not do this.");
    }

    [Fact]
    public async Task MakeToken_WithEverythingWrong_AnswersAllFaultsAtOnce()
    {
        using var admin = await _host.NewAdminAsync();

        var answer = await admin.PostAsJsonAsync(new Uri("/api/tokens", UriKind.Relative), new { name = "", role = "king", scope = "ward:3", expiresInDays = 0 });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString())
            .ShouldBe(["invalid_name", "invalid_expiry", "unknown_role", "invalid_scope"], ignoreOrder: true);
    }

    [Fact]
    public async Task ListTokens_NeverShowsAToken()
    {
        var token = await File.ReadAllTextAsync(_host.AdminTokenFile);
        using var admin = await _host.NewAdminAsync();

        var list = await admin.GetStringAsync(new Uri("/api/tokens", UriKind.Relative));

        list.ShouldContain("admin.token");
        list.ShouldNotContain(token);
        list.ShouldNotContain("hash", Case.Insensitive);
    }

    [Fact]
    public async Task AdminToken_OnTheSignInPage_SignsIn_AndAWrongOneDoesNot()
    {
        using var browser = _host.NewBrowser();

        (await (await browser.SubmitAsync("/signin", "token", ("Token", "cft_wrong"))).Content.ReadAsStringAsync()).ShouldContain("トークンが違う");
        var answer = await browser.SubmitAsync("/signin?returnUrl=%2Fusers", "token", ("Token", await File.ReadAllTextAsync(_host.AdminTokenFile) + "\n"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync("/users")).ShouldContain("利用者を招待");
    }

    [Fact]
    public async Task SignedOut_PageLeadsToSignIn_ApiAnswersAProblem_UnknownPathIsNotFound()
    {
        using var browser = _host.NewBrowser();
        using var program = _host.NewProgram(null);

        var page = await browser.GetAsync("/users");
        var api = await program.GetAsync(new Uri("/api/users", UriKind.Relative));

        page.Headers.Location!.ToString().ShouldBe("/signin?returnUrl=%2Fusers");
        api.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        api.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await program.GetAsync(new Uri("/api/nothing", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var missing = await browser.GetAsync("/nothing");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await missing.Content.ReadAsStringAsync()).ShouldContain("ページが見つかりません");
    }

    [Fact]
    public async Task Page_TellsTheBrowserWhatNotToDo()
    {
        using var browser = _host.NewBrowser();

        var page = await browser.GetAsync("/signin");

        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        page.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        page.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task SignIn_TriedTooOftenFromOneAddress_IsRefusedForAWhile()
    {
        await using var host = await PortalHost.StartAsync(null, "--Auth:SignInsPerMinute=5");
        using var browser = host.NewBrowser();
        for (var i = 0; i < 5; i++)
            (await browser.SignInAsync("nobody@hospital.example", "wrong")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await browser.SignInAsync("nobody@hospital.example", "wrong")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task ReadingPage_LoadsNothingFromElsewhere()
    {
        using var browser = _host.NewBrowser();

        var answer = await browser.GetAsync("/docs");
        var page = await (answer.Headers.Location is { } moved ? await browser.GetAsync(moved.ToString()) : answer).Content.ReadAsStringAsync();

        page.ShouldContain("<script");
        page.ShouldNotContain("src=\"http");
        page.ShouldNotContain("cdn.", Case.Insensitive);
    }

    private static async Task<string> RunAsync(string folder)
    {
        await using var host = await PortalHost.StartAsync(folder);
        return await File.ReadAllTextAsync(host.AdminTokenFile);
    }

    private static async Task<JsonElement> MakeAsync(HttpClient admin, object wanted)
    {
        var answer = await admin.PostAsJsonAsync(new Uri("/api/tokens", UriKind.Relative), wanted);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http) => (await http.GetAsync(new Uri("/api/users", UriKind.Relative))).StatusCode;
}
