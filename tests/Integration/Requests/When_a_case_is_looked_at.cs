using System.Net;
using System.Net.Http.Json;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Requests;

public sealed class When_a_case_is_looked_at : IAsyncLifetime
{
    private static readonly Caller Reader = new("reader", "読者", Role.Auditor, Scope.Nation);

    private RequestsHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RequestsHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Should_write_every_look()
    {
        var id = await _host.RequestAsync(RequestsHost.Body());
        for (var i = 0; i < 2; i++)
            await _host.SendAsync(HttpMethod.Get, $"/api/conferences/{id}", caller: Reader);
        await _host.SendAsync(HttpMethod.Get, $"/api/conferences/{Guid.Empty}", caller: Reader);

        var entries = await EntriesAsync("?who=reader");

        entries.Select(entry => (entry.Action, entry.Outcome, entry.Status)).ShouldBe(
        [
            ("GET /api/conferences/{id}", AuditOutcome.Refused, 404), ("GET /api/conferences/{id}", AuditOutcome.Looked, 200), ("GET /api/conferences/{id}", AuditOutcome.Looked, 200),
        ]);
        entries[1].Subjects.ShouldBe($"id={id}");
        (await EntriesAsync($"?subject={id}&outcome=changed")).ShouldHaveSingleItem().Subjects.ShouldBe($"conferenceId={id}");
    }

    [Fact]
    public async Task Should_show_nothing_that_cannot_be_written_down()
    {
        var id = await _host.RequestAsync(RequestsHost.Body(title: "秘密の題"));
        await _host.InStoreAsync(store => store.Database.ExecuteSqlRawAsync("ALTER TABLE audit_entries RENAME TO away"));

        using var answer = await _host.SendAsync(HttpMethod.Get, $"/api/conferences/{id}", caller: Reader);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("秘密の題");
    }

    [Fact]
    public async Task Should_write_a_repetition_as_done()
    {
        var body = RequestsHost.Body();
        for (var i = 0; i < 2; i++)
            (await _host.SendAsync(HttpMethod.Post, "/api/conferences", body, key: "k1")).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        (await EntriesAsync($"?who={RequestsHost.National.Id}")).Select(entry => entry.Outcome).ShouldBe([AuditOutcome.Done, AuditOutcome.Changed]);
    }

    private async Task<IReadOnlyList<AuditEntryView>> EntriesAsync(string query)
    {
        using var answer = await _host.SendAsync(HttpMethod.Get, $"/api/audit/requests{query}");
        return (await answer.Content.ReadFromJsonAsync<AuditList>())!.Items;
    }
}
