using Conference.Platform.Audit;
using Conference.Portal.Api;

namespace Conference.Portal.Access.Audit;

/// <summary>The audit logs of all services, each asked at its service.</summary>
internal sealed class AuditLogs(
    RequestsClient requests, BookingClient booking, InvitationsClient invitations, HospitalsClient hospitals, CouncilClient council, TimersClient timers, PortalClient portal)
{
    public static readonly IReadOnlyList<string> Services = ["requests", "booking", "invitations", "hospitals", "council", "timers", "portal"];

    public async Task<IReadOnlyList<(string Service, ApiResult<AuditList> Answer)>> ListAsync(IEnumerable<string> services, string query, CancellationToken cancellationToken) =>
        await Task.WhenAll(services.Select(async service => (service, await Of(service).GetAsync<AuditList>($"/api/audit/{service}{query}", cancellationToken))));

    public async Task<IReadOnlyList<(string Service, ApiResult<AuditVerdict> Answer)>> VerifyAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(Services.Select(async service => (service, await Of(service).GetAsync<AuditVerdict>($"/api/audit/{service}/verify", cancellationToken))));

    private ServiceClient Of(string service) => service switch
    {
        "requests" => requests,
        "booking" => booking,
        "invitations" => invitations,
        "hospitals" => hospitals,
        "council" => council,
        "timers" => timers,
        _ => portal,
    };
}
