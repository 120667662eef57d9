using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Conference.IntegrationTests.Requests;
using Conference.Platform.Authorization;
using Conference.Platform.Hosting;
using Conference.Portal;
using Conference.Portal.Access.Secrets;
using Conference.Portal.Access.Users;
using Conference.Portal.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Portal.Access;

public sealed partial class When_secrets_are_kept : IAsyncLifetime
{
    private const string Email = "sato@hospital.example";
    private const string Password = "three calm green rivers";

    private readonly ShiftedClock _clock = new();
    private PortalHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await PortalHost.StartAsync(null, [], new PortalModule(), new ClockModule(_clock));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Should_store_neither_second_factor_nor_recovery_code_nor_key_in_the_clear()
    {
        await AddUserAsync(maySkip: false);
        using var browser = _host.NewBrowser();
        await browser.SignInAsync(Email, Password);
        var key = Key().Match(await browser.ReadAsync("/signin/second-factor")).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        var page = await (await browser.SubmitAsync("/signin/second-factor", "second-factor", ("Code", Authenticator.Code(key)))).Content.ReadAsStringAsync();
        var code = RecoveryCodes().Match(page).Groups[1].Value;

        await using var scope = _host.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<PortalStore>();
        var values = await store.Set<IdentityUserToken<Guid>>().Select(token => token.Value!).ToListAsync();

        values.Count.ShouldBe(2);
        values.ShouldAllBe(value => !value.Contains(key) && !value.Contains(code) && value.StartsWith("CfDJ8"));
        var keys = await store.Set<StoredKey>().Select(stored => stored.Xml).ToListAsync();
        keys.ShouldNotBeEmpty();
        keys.ShouldAllBe(xml => xml.Contains("encryptedSecret") && !xml.Contains("<masterKey"));
    }

    [Fact]
    public async Task Should_know_the_session_at_every_replica_that_has_the_key_and_at_no_other()
    {
        await AddUserAsync(maySkip: true);
        using var browser = _host.NewBrowser();
        await browser.SignInAsync(Email, Password);

        await using (var replica = await PortalHost.StartAsync(_host.Folder))
            (await StatusAsync(replica, browser)).ShouldBe(HttpStatusCode.OK);
        await using var stranger = await PortalHost.StartAsync(_host.Folder, $"--Auth:DataKey={Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}");
        (await StatusAsync(stranger, browser)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Should_end_the_session_of_a_disabled_user_within_a_minute()
    {
        var id = await AddUserAsync(maySkip: true);
        using var browser = _host.NewBrowser();
        await browser.SignInAsync(Email, Password);
        (await browser.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var admin = await _host.NewAdminAsync();
        await admin.PostAsync(new Uri($"/api/users/{id}/disable", UriKind.Relative), null);

        _clock.MoveTo(_clock.GetUtcNow().AddSeconds(61));

        (await browser.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<HttpStatusCode> StatusAsync(PortalHost host, Browser browser)
    {
        using var program = host.NewProgram(null);
        program.DefaultRequestHeaders.Add("Cookie", string.Join("; ", browser.Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        program.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var answer = await program.GetAsync(new Uri("/account", UriKind.Relative));
        return answer.StatusCode;
    }

    private async Task<Guid> AddUserAsync(bool maySkip)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<IUserDirectory>().CreateAsync(new NewUser
        {
            Name = "佐藤", Email = Email, Role = Role.HospitalCoordinator, Scope = Scope.OfHospital("H1301"), Password = Password,
            MustChoosePassword = false, MaySkipSecondFactor = maySkip,
        });
        return created.Id.ShouldNotBeNull();
    }

    [GeneratedRegex("<code class=\"code\">([A-Z2-7 ]+)</code>")]
    private static partial Regex Key();

    [GeneratedRegex("<li><code>([^<]+)</code></li>")]
    private static partial Regex RecoveryCodes();

    private sealed class ClockModule(TimeProvider clock) : IServiceModule
    {
        public string Name => "clock";

        public void Configure(ModuleBuilder module) => module.Services.AddSingleton(clock);

        public void Map(IEndpointRouteBuilder endpoints)
        {
        }
    }
}
