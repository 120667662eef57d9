using System.Net;
using Conference.Platform.Authorization;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Platform.Audit;

public sealed class When_the_log_is_tampered_with : IAsyncLifetime
{
    private const string Unguard = "DROP TRIGGER audit_entries_change; DROP TRIGGER audit_entries_delete; DROP TRIGGER audit_entries_replace;";

    private AuditHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await AuditHost.StartAsync();
        using var national = _host.As(Role.NationalCoordinator);
        for (var i = 1; i <= 5; i++)
            (await AuditHost.RegisterAsync(national, $"H139{i}")).StatusCode.ShouldBe(HttpStatusCode.Created);
        var verdict = await _host.VerifyAsync();
        (verdict.Intact, verdict.Entries).ShouldBe((true, 5));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("UPDATE audit_entries SET caller_id = 'u2' WHERE number = 3")]
    [InlineData("UPDATE audit_entries SET hash = 'x' WHERE number = 3")]
    [InlineData("DELETE FROM audit_entries WHERE number = 3")]
    [InlineData("INSERT OR REPLACE INTO audit_entries SELECT * FROM audit_entries WHERE number = 3")]
    public void Should_be_refused_by_the_store(string sql) =>
        Should.Throw<SqliteException>(() => _host.Sql(sql)).Message.ShouldContain("append-only");

    [Theory]
    [InlineData("UPDATE audit_entries SET caller_id = 'u2' WHERE number = 3", 3, "changed")]
    [InlineData("UPDATE audit_entries SET subjects = 'hospitalId=H9999' WHERE number = 5", 5, "changed")]
    [InlineData("DELETE FROM audit_entries WHERE number = 3", 4, "missing")]
    [InlineData("UPDATE audit_entries SET position = 30 WHERE number = 3; UPDATE audit_entries SET position = 3 WHERE number = 4; UPDATE audit_entries SET position = 4 WHERE number = 3", 4, "missing")]
    public async Task Should_find_the_first_entry_that_is_wrong(string sql, long brokenAt, string fault)
    {
        _host.Sql(Unguard + sql);

        var verdict = await _host.VerifyAsync();

        (verdict.Intact, verdict.BrokenAt, verdict.Fault).ShouldBe((false, brokenAt, fault));
    }

    [Fact]
    public async Task Should_find_a_cut_off_end_by_what_was_noted()
    {
        var noted = await _host.VerifyAsync();
        _host.Sql(Unguard + "DELETE FROM audit_entries WHERE number = 5");

        (await _host.VerifyAsync()).Intact.ShouldBeTrue();
        var verdict = await _host.VerifyAsync(noted);

        (verdict.Intact, verdict.Fault).ShouldBe((false, "cut"));
    }

    [Fact]
    public async Task Should_hang_what_comes_later_on_what_was_noted()
    {
        var noted = await _host.VerifyAsync();
        using var national = _host.As(Role.NationalCoordinator);
        await AuditHost.RegisterAsync(national, "H1396");

        var verdict = await _host.VerifyAsync(noted);

        (verdict.Intact, verdict.Entries).ShouldBe((true, 6));
    }
}
