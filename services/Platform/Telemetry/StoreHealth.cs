using Conference.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Conference.Platform.Telemetry;

/// <summary>Ready means that every store of this process answers.</summary>
internal sealed class StoreHealth(IServiceScopeFactory scopes, IEnumerable<StoreRegistration> stores) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var registration in stores)
        {
            var store = (ServiceStore)scope.ServiceProvider.GetRequiredService(registration.Store);
            if (!await store.Database.CanConnectAsync(cancellationToken))
                return HealthCheckResult.Unhealthy($"The store '{store.Schema}' does not answer.");
        }

        return HealthCheckResult.Healthy();
    }
}
