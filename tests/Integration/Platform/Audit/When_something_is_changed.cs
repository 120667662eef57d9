using System.Net;
using System.Net.Http.Json;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Platform.Audit;

public sealed class When_something_is_changed : IAsyncLifetime
{
    private AuditHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await AuditHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Should_write_who_did_what_to_which()
    {
        using var machine = await _host.NewAdminAsync();
        (await AuditHost.RegisterAsync(machine, "H1391")).StatusCode.ShouldBe(HttpStatusCode.Created);

        var entry = (await _host.EntriesAsync("?subject=H1391")).ShouldHaveSingleItem();

        entry.CallerId.ShouldStartWith("token:");
        entry.Role.ShouldBe(nameof(Role.NationalCoordinator));
        entry.Action.ShouldBe("POST /api/hospitals");
        entry.Permission.ShouldBe(nameof(Permission.ManageRegistry));
        entry.Subjects.ShouldBe("hospitalId=H1391");
        entry.Outcome.ShouldBe(AuditOutcome.Changed);
        (await _host.EntriesAsync($"?who={entry.CallerId}&outcome=changed")).ShouldContain(entry with { Position = entry.Position });
    }

    [Fact]
    public async Task Should_change_nothing_without_an_entry()
    {
        using var national = _host.As(Role.NationalCoordinator);
        _host.Sql("ALTER TABLE audit_entries RENAME TO away");
        (await AuditHost.RegisterAsync(national, "H1392")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        _host.Sql("ALTER TABLE away RENAME TO audit_entries");

        (await national.GetAsync(new Uri("/api/hospitals/H1392", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await AuditHost.RegisterAsync(national, "H1392")).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Should_write_what_was_refused_and_what_changed_nothing()
    {
        using var council = _host.As(Role.CouncilMember);
        using var national = _host.As(Role.NationalCoordinator);
        (await AuditHost.RegisterAsync(council, "H1393")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await AuditHost.RegisterAsync(national, "nonsense");
        await national.PostAsync(new Uri("/api/hospitals/H1399/withdraw", UriKind.Relative), JsonContent.Create(new { }));

        var entries = await _host.EntriesAsync("?outcome=refused");

        entries.Select(entry => (entry.Role, entry.Status)).ShouldBe(
            [(nameof(Role.NationalCoordinator), 404), (nameof(Role.NationalCoordinator), 400), (nameof(Role.CouncilMember), 403)]);
        entries[0].Subjects.ShouldBe("hospitalId=H1399");
    }

    [Fact]
    public async Task Should_have_nothing_to_write_when_somebody_only_reads_or_is_nobody()
    {
        using var national = _host.As(Role.NationalCoordinator);
        await national.GetAsync(new Uri("/api/hospitals", UriKind.Relative));
        using var nobody = new HttpClient { BaseAddress = national.BaseAddress };
        (await AuditHost.RegisterAsync(nobody, "H1394")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        (await _host.EntriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_show_the_log_to_nobody_who_acts_for_less_than_the_nation()
    {
        using var local = _host.As(Role.Auditor, Scope.OfPrefecture("13"));
        (await local.GetAsync(new Uri("/api/audit/hospitals", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await local.GetAsync(new Uri("/api/audit/hospitals/verify", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Should_say_what_is_wrong_with_a_question()
    {
        using var auditor = _host.As(Role.Auditor);
        var answer = await auditor.GetAsync(new Uri("/api/audit/hospitals?from=yesterday&outcome=odd&page=0", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var text = await answer.Content.ReadAsStringAsync();
        foreach (var field in new[] { "from", "outcome", "page" })
            text.ShouldContain($"\"field\":\"{field}\"");
    }
}
