using System.Net;
using System.Security.Cryptography;
using Conference.Platform.Authorization;
using Conference.Portal.Access.Users;
using Conference.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Portal.Access;

/// <summary>Two portals with data folders of their own, started at the same moment on an empty PostgreSQL.</summary>
[Collection(UsesServers.Name)]
public sealed class When_two_portals_are_started(SharedServers servers) : IAsyncLifetime
{
    private const string Email = "sato@hospital.example";
    private const string Password = "three calm green rivers";

    private PortalHost _one = null!;
    private PortalHost _other = null!;

    public async ValueTask InitializeAsync()
    {
        var place = await servers.NewPlaceAsync();
        string[] settings = [$"--Database:Postgres={place.DatabaseUrl}", $"--Auth:DataKey={Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}"];
        var started = await Task.WhenAll(PortalHost.StartAsync(null, settings), PortalHost.StartAsync(null, settings));
        (_one, _other) = (started[0], started[1]);
    }

    public async ValueTask DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Should_take_at_either_the_first_token_of_each()
    {
        foreach (var writer in new[] { _one, _other })
        {
            var token = await File.ReadAllTextAsync(writer.AdminTokenFile);
            (await StatusAsync(_one, token)).ShouldBe(HttpStatusCode.OK);
            (await StatusAsync(_other, token)).ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Should_know_at_either_who_signed_in_at_the_other()
    {
        await AddUserAsync();

        foreach (var (door, elsewhere) in new[] { (_one, _other), (_other, _one) })
        {
            using var browser = door.NewBrowser();
            await browser.SignInAsync(Email, Password);
            using var there = elsewhere.NewBrowser();
            there.Take(browser.Cookies);
            (await there.ReadAsync("/account")).ShouldContain("佐藤");
            await there.SubmitAsync("/account", "/sign-out");
            (await there.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task Should_call_what_PostgreSQL_cannot_keep_unreadable()
    {
        using var browser = _one.NewBrowser();

        using var answer = await browser.SignInAsync("a\0@hospital.example", Password);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<HttpStatusCode> StatusAsync(PortalHost portal, string token)
    {
        using var program = portal.NewProgram(token);
        using var answer = await program.GetAsync(new Uri("/api/users", UriKind.Relative));
        return answer.StatusCode;
    }

    private async Task AddUserAsync()
    {
        await using var scope = _one.Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<IUserDirectory>().CreateAsync(new NewUser
        {
            Name = "佐藤", Email = Email, Role = Role.HospitalCoordinator, Scope = Scope.OfHospital("H1301"), Password = Password,
            MustChoosePassword = false, MaySkipSecondFactor = true,
        });
        created.Id.ShouldNotBeNull();
    }
}
