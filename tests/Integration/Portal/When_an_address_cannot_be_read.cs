using System.Net;
using Conference.IntegrationTests.Portal.Access;
using Conference.Tests.Support;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Portal;

/// <summary>What somebody typed behind the question mark is not what the page takes: it is said, and is no fault of the product.</summary>
public sealed class When_an_address_cannot_be_read : IAsyncLifetime
{
    private PortalHost _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("/conferences?page=abc")]
    [InlineData("/mails?conference=abc")]
    [InlineData("/reports?fiscalYear=abc")]
    [InlineData("/operations/audit?from=abc")]
    public async Task Should_say_so_on_a_page(string address)
    {
        using var browser = await SignedInAsync();

        (await browser.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/operations/audit?to=9999-12-31")]
    [InlineData("/operations/audit?from=0001-01-01")]
    public async Task Should_show_all_there_is_to_the_end_of_the_calendar(string address)
    {
        using var browser = await SignedInAsync();

        (await browser.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/api/users?page=0", "page")]
    [InlineData("/api/users?page=2147485&pageSize=1000", "page")]
    [InlineData("/api/tokens?pageSize=100000", "pageSize")]
    public async Task Should_name_the_parameter_to_a_program(string address, string field)
    {
        using var program = await _portal.NewAdminAsync();

        using var answer = await program.GetAsync(new Uri(address, UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"\"{field}\"");
    }

    private async Task<Browser> SignedInAsync()
    {
        var browser = _portal.NewBrowser();
        using var signedIn = await browser.SubmitAsync("/signin", "token", ("Token", await File.ReadAllTextAsync(_portal.AdminTokenFile)));
        return browser;
    }
}
