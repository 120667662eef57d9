using System.Net;
using System.Net.Http.Json;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Portal.Access;

public sealed class When_a_user_signs_in_at_a_provider : IAsyncLifetime
{
    private const string Sato = "sato@center.example";
    private const string Page = "/account";

    private IdentityProvider _provider = null!;
    private PortalHost _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await IdentityProvider.StartAsync();
        _portal = await StartPortalAsync("--Auth:OpenIdConnect:ChecksSecondFactor=true");
        await InviteAsync(_portal, Sato);
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Should_open_the_account_that_was_invited_and_know_the_person_by_more_than_the_address()
    {
        _provider.Person = ("sato-1", Sato, true);
        (await OpenAsync(_portal)).ShouldBe(Page);

        _provider.Person = ("sato-1", "sato.new@center.example", true);
        (await OpenAsync(_portal)).ShouldBe(Page, "the address changed, the person did not");

        _provider.Person = ("somebody-2", Sato, true);
        (await OpenAsync(_portal)).ShouldBe("/signin", "the address went to somebody else");
    }

    [Theory]
    [InlineData("nobody@center.example", true)]
    [InlineData(Sato, false)]
    public async Task Should_let_in_nobody_who_was_not_invited_or_whose_address_nobody_checked(string email, bool isVerified)
    {
        _provider.Person = ("somebody-3", email, isVerified);
        using var browser = _portal.NewBrowser();

        var page = await browser.FollowAsync("/signin/provider");

        page.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/signin");
        (await page.Content.ReadAsStringAsync()).ShouldContain("ではサインインできませんでした");
        browser.Cookies.ShouldNotContain(cookie => cookie.Name == "conference");
    }

    [Fact]
    public async Task Should_say_so_where_the_provider_refuses()
    {
        _provider.Person = null;

        (await OpenAsync(_portal)).ShouldBe("/signin");
    }

    [Fact]
    public async Task Should_say_so_where_the_provider_is_not_there()
    {
        await using var portal = await PortalHost.StartAsync(null, $"--Auth:OpenIdConnect:Authority=http://127.0.0.1:{RunningProcess.FreePort()}", "--Auth:OpenIdConnect:ClientId=portal");

        (await OpenAsync(portal)).ShouldBe("/signin");
    }

    [Fact]
    public async Task Should_not_let_in_whose_access_was_taken_away()
    {
        using var admin = await _portal.NewAdminAsync();
        _provider.Person = ("sato-1", Sato, true);
        (await OpenAsync(_portal)).ShouldBe(Page);
        var id = (await admin.GetFromJsonAsync<System.Text.Json.JsonElement>(new Uri("/api/users", UriKind.Relative))).GetProperty("items").EnumerateArray()
            .Single(user => user.GetProperty("email").GetString() == Sato).GetProperty("id").GetString();

        (await admin.PostAsync(new Uri($"/api/users/{id}/disable", UriKind.Relative), null)).IsSuccessStatusCode.ShouldBeTrue();

        (await OpenAsync(_portal)).ShouldBe("/signin");
    }

    [Fact]
    public async Task Should_ask_for_the_second_factor_where_the_provider_does_not()
    {
        await using var portal = await StartPortalAsync();
        await InviteAsync(portal, Sato);
        _provider.Person = ("sato-1", Sato, true);

        (await OpenAsync(portal)).ShouldBe("/signin/second-factor");
    }

    private static async Task InviteAsync(PortalHost portal, string email)
    {
        using var admin = await portal.NewAdminAsync();
        var answer = await admin.PostAsJsonAsync(new Uri("/api/users", UriKind.Relative), new { name = "佐藤", email, role = "national_coordinator", scope = "nation" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    private static async Task<string> OpenAsync(PortalHost portal)
    {
        using var browser = portal.NewBrowser();
        using var page = await browser.FollowAsync($"/signin/provider?returnUrl={Uri.EscapeDataString(Page)}");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        return page.RequestMessage!.RequestUri!.AbsolutePath;
    }

    private Task<PortalHost> StartPortalAsync(params string[] settings) => PortalHost.StartAsync(
        null,
        [$"--Auth:OpenIdConnect:Authority={_provider.Url}", $"--Auth:OpenIdConnect:ClientId={IdentityProvider.Client}", $"--Auth:OpenIdConnect:ClientSecret={IdentityProvider.Secret}", .. settings]);
}
