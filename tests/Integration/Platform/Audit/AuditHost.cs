using System.Net.Http.Json;
using Conference.Hospitals;
using Conference.IntegrationTests.Portal.Access;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Portal;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Conference.IntegrationTests.Platform.Audit;

/// <summary>The portal and Hospitals over files that a test reaches into, as somebody with the disk in their hands would.</summary>
internal sealed class AuditHost : IAsyncDisposable
{
    private readonly PortalHost _host;

    private AuditHost(PortalHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public Browser NewBrowser() => _host.NewBrowser();

    public static async Task<AuditHost> StartAsync() =>
        new(await PortalHost.StartAsync(null, ["--Hospitals:ImportAtStart=false"], new HospitalsModule(), new PortalModule()));

    public HttpClient As(Role role, Scope? scope = null) =>
        _host.NewProgram(_host.Services.GetRequiredService<ServiceTokens>().Issue(new Caller("u1", "試験", role, scope ?? Scope.Nation)));

    public Task<HttpClient> NewAdminAsync() => _host.NewAdminAsync();

    public static Task<HttpResponseMessage> RegisterAsync(HttpClient client, string hospitalId) =>
        client.PostAsJsonAsync("/api/hospitals", new { hospitalId, nameJa = $"病院 {hospitalId}", kind = "regional", designatedFrom = "2020-04-01" });

    public async Task<IReadOnlyList<AuditEntryView>> EntriesAsync(string query = "", string service = "hospitals")
    {
        using var auditor = As(Role.Auditor);
        return (await auditor.GetFromJsonAsync<AuditList>($"/api/audit/{service}{query}"))!.Items;
    }

    public async Task<AuditVerdict> VerifyAsync(AuditVerdict? noted = null)
    {
        using var auditor = As(Role.Auditor);
        return (await auditor.GetFromJsonAsync<AuditVerdict>($"/api/audit/hospitals/verify{(noted is null ? "" : $"?position={noted.Position}&hash={noted.Hash}")}"))!;
    }

    /// <summary>Straight into the file, past the product.</summary>
    public void Sql(string sql, string service = "hospitals")
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_host.Folder, $"{service}.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
