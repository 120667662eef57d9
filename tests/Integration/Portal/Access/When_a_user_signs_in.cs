using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conference.Platform.Authorization;
using Conference.Portal.Access.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Portal.Access;

public sealed partial class When_a_user_signs_in : IAsyncLifetime
{
    private const string Email = "sato@hospital.example";
    private const string Password = "three calm green rivers";

    private PortalHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await PortalHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Should_lead_an_invited_user_through_password_and_second_factor()
    {
        using var admin = await _host.NewAdminAsync();
        var invited = await (await admin.PostAsJsonAsync(new Uri("/api/users", UriKind.Relative),
            new { name = "佐藤", email = Email, role = "hospital_coordinator", scope = "hospital:H1301" })).Content.ReadFromJsonAsync<JsonElement>();
        using var browser = _host.NewBrowser();

        var first = await browser.SignInAsync(Email, invited.GetProperty("password").GetString()!, "/signin?returnUrl=%2Faccount");
        To(first).ShouldBe("/signin/password?returnUrl=%2Faccount");
        (await browser.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var chosen = await browser.SubmitAsync(To(first), "choose", ("NewPassword", Password), ("NewPasswordAgain", Password));
        To(chosen).ShouldBe("/signin/second-factor?returnUrl=%2Faccount");
        (await browser.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var key = Key().Match(await browser.ReadAsync(To(chosen))).Groups[1].Value;
        var codes = await browser.SubmitAsync(To(chosen), "second-factor", ("Code", Authenticator.Code(key)));
        RecoveryCodes().Count(await codes.Content.ReadAsStringAsync()).ShouldBe(10);
        (await browser.ReadAsync("/account")).ShouldContain("佐藤");

        await ASecondTimeAsync(key, RecoveryCodes().Match(await codes.Content.ReadAsStringAsync()).Groups[1].Value);
    }

    [Fact]
    public async Task Should_stay_signed_in_while_a_second_factor_is_set_up()
    {
        await AddUserAsync(maySkip: true);
        using var browser = _host.NewBrowser();
        await browser.SignInAsync(Email, Password);
        _host.Services.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval = TimeSpan.Zero;

        Key().IsMatch(await browser.ReadAsync("/account/second-factor")).ShouldBeTrue();

        (await browser.ReadAsync("/account")).ShouldContain("佐藤");
    }

    [Fact]
    public async Task Should_lock_the_account_after_five_wrong_passwords_even_for_the_right_one()
    {
        await AddUserAsync(maySkip: true);
        using var browser = _host.NewBrowser();

        for (var i = 0; i < 4; i++)
            (await (await browser.SignInAsync(Email, "wrong")).Content.ReadAsStringAsync()).ShouldContain("パスワードが違います");
        await browser.SignInAsync(Email, "wrong");

        (await (await browser.SignInAsync(Email, Password)).Content.ReadAsStringAsync()).ShouldContain("ロックしました");
        (await browser.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Should_not_let_anybody_set_up_a_second_factor_where_there_is_one()
    {
        await AddUserAsync(maySkip: false);
        using var owner = _host.NewBrowser();
        var key = Key().Match(await owner.ReadAsync(To(await owner.SignInAsync(Email, Password)))).Groups[1].Value;
        await owner.SubmitAsync("/signin/second-factor", "second-factor", ("Code", Authenticator.Code(key)));

        using var thief = _host.NewBrowser();
        To(await thief.SignInAsync(Email, Password)).ShouldBe("/signin/code");

        To(await thief.GetAsync("/signin/second-factor")).ShouldBe("/signin");
        (await thief.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Should_sign_out_a_disabled_user_and_not_let_them_in_again()
    {
        var id = await AddUserAsync(maySkip: true);
        using var admin = await _host.NewAdminAsync();
        (await admin.PostAsync(new Uri($"/api/users/{id}/disable", UriKind.Relative), null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        using var browser = _host.NewBrowser();
        await browser.SignInAsync(Email, Password);

        (await browser.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Should_refuse_a_passkey_that_nobody_asked_for()
    {
        using var browser = _host.NewBrowser();

        using var answer = await browser.SubmitAsync("/signin", "passkey", ("Credential", "{}"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Should_refuse_an_address_that_nobody_can_have()
    {
        using var browser = _host.NewBrowser();

        (await (await browser.SignInAsync("a\uFFFE@hospital.example", Password)).Content.ReadAsStringAsync()).ShouldContain("パスワードが違います");
    }

    [Fact]
    public async Task Should_go_to_no_other_site_afterwards()
    {
        await AddUserAsync(maySkip: true);
        using var browser = _host.NewBrowser();

        To(await browser.SignInAsync(Email, Password, "/signin?returnUrl=%2F%2Fevil.example")).ShouldBe("/");
    }

    [Fact]
    public async Task Should_keep_the_session_in_a_cookie_that_script_cannot_read_and_end_it_on_signing_out()
    {
        await AddUserAsync(maySkip: true);
        using var browser = _host.NewBrowser();
        var signedIn = await browser.SignInAsync(Email, Password);

        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith("conference=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);

        await browser.SubmitAsync("/account", "/sign-out");
        (await browser.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static string To(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var location = answer.Headers.Location!;
        return location.IsAbsoluteUri ? location.PathAndQuery : location.ToString();
    }

    private async Task ASecondTimeAsync(string key, string recoveryCode)
    {
        using var browser = _host.NewBrowser();
        To(await browser.SignInAsync(Email, Password)).ShouldBe("/signin/code");
        // The next code of the app; the one before was used to set it up.
        var code = Authenticator.Code(key, stepsAhead: 1);
        To(await browser.SubmitAsync("/signin/code", "code", ("Code", code))).ShouldBe("/");

        using var again = _host.NewBrowser();
        await again.SignInAsync(Email, Password);
        (await (await again.SubmitAsync("/signin/code", "code", ("Code", code))).Content.ReadAsStringAsync()).ShouldContain("確認コードが違います");
        To(await again.SubmitAsync("/signin/code", "recovery", ("RecoveryCode", recoveryCode))).ShouldBe("/");

        using var third = _host.NewBrowser();
        await third.SignInAsync(Email, Password);
        (await (await third.SubmitAsync("/signin/code", "recovery", ("RecoveryCode", recoveryCode))).Content.ReadAsStringAsync()).ShouldContain("すでに使われています");
    }

    private async Task<Guid> AddUserAsync(bool maySkip)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<IUserDirectory>().CreateAsync(new NewUser
        {
            Name = "佐藤",
            Email = Email,
            Role = Role.HospitalCoordinator,
            Scope = Scope.OfHospital("H1301"),
            Password = Password,
            MustChoosePassword = false,
            MaySkipSecondFactor = maySkip,
        });
        return created.Id.ShouldNotBeNull();
    }

    [GeneratedRegex("<code class=\"code\">([A-Z2-7 ]+)</code>")]
    private static partial Regex Key();

    [GeneratedRegex("<li><code>([^<]+)</code></li>")]
    private static partial Regex RecoveryCodes();
}
