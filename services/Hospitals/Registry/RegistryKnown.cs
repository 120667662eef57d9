using Conference.Hospitals.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Conference.Hospitals.Registry;

/// <summary>
/// Ready means that the first import is done and has left the outbox: in one process every service has then taken
/// it, over RabbitMQ it lies in their queues. Asked until it is so once.
/// </summary>
internal sealed class RegistryKnown(IServiceScopeFactory scopes, IOptions<HospitalsOptions> options) : IHealthCheck
{
    private bool _known = !options.Value.ImportAtStart;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        _known = _known || await IsKnownAsync(cancellationToken);
        return _known ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The registry is being imported.");
    }

    private async Task<bool> IsKnownAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<HospitalsStore>();
        return await store.Hospitals.AnyAsync(cancellationToken) && !await store.Outbox.AnyAsync(message => message.Failure == null, cancellationToken);
    }
}
