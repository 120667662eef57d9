using Conference.Platform.Audit;
using Conference.Portal.Api;

namespace Conference.Portal.Access.Audit;

/// <summary>The audit logs of all services, each asked at its service.</summary>
internal sealed class AuditLogs(AllServices services)
{
    public async Task<IReadOnlyList<(string Service, ApiResult<AuditList> Answer)>> ListAsync(IEnumerable<string> of, string query, CancellationToken cancellationToken) =>
        await Task.WhenAll(of.Select(async service => (service, await services.Of(service).GetAsync<AuditList>($"/api/audit/{service}{query}", cancellationToken))));

    public async Task<IReadOnlyList<(string Service, ApiResult<AuditVerdict> Answer)>> VerifyAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(AllServices.Names.Select(async service => (service, await services.Of(service).GetAsync<AuditVerdict>($"/api/audit/{service}/verify", cancellationToken))));
}
