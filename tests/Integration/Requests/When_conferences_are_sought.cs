using System.Net.Http.Json;
using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests;

/// <summary>The list of conferences: found by number, by hospital and by state, within what the reader may see.</summary>
public sealed class When_conferences_are_sought : IAsyncLifetime
{
    private RequestsHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RequestsHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Should_be_found_by_a_part_of_the_number_a_hospital_and_a_state()
    {
        var first = await _host.RequestAsync(RequestsHost.Body(required: ["H1302"]));
        var second = await _host.RequestAsync(RequestsHost.Body(required: ["H1303"]));
        var number = (await _host.ViewAsync(second)).Number;

        (await FoundAsync("")).ShouldBe([second, first]);
        (await FoundAsync($"number={number}")).ShouldBe([second]);
        (await FoundAsync($"number={number[^4..]}")).ShouldBe([second]);
        (await FoundAsync($"number={Uri.EscapeDataString(string.Concat(number[^4..].Select(digit => (char)(digit + 0xFEE0))))}")).ShouldBe([second]);
        (await FoundAsync("hospital=H1302")).ShouldBe([first]);
        (await FoundAsync("hospital=H1301")).ShouldBe([second, first]);
        (await FoundAsync("hospital=H1301&state=Cancelled")).ShouldBeEmpty();
        (await FoundAsync("number=%25")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_show_nothing_beyond_the_readers_scope()
    {
        var id = await _host.RequestAsync(RequestsHost.Body(required: ["H1302"]));
        var number = (await _host.ViewAsync(id)).Number;

        (await FoundAsync($"number={number}", new Caller("u2", "千葉 太郎", Role.HospitalCoordinator, Scope.OfHospital("H1302")))).ShouldBe([id]);
        (await FoundAsync($"number={number}&hospital=H1302", new Caller("u3", "病院 次郎", Role.HospitalCoordinator, Scope.OfHospital("H1304")))).ShouldBeEmpty();
    }

    private async Task<IEnumerable<Guid>> FoundAsync(string query, Caller? caller = null)
    {
        using var answer = await _host.SendAsync(HttpMethod.Get, $"/api/conferences?{query}", caller: caller);
        var page = (await answer.Content.ReadFromJsonAsync<Page<ConferenceListItem>>())!;
        page.Total.ShouldBe(page.Items.Count);
        return page.Items.Select(conference => conference.ConferenceId);
    }
}
