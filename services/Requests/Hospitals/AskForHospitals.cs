using Conference.Contracts.Hospitals;
using Conference.Platform.Messaging;
using Conference.Requests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Hospitals;

/// <summary>
/// A service that was set up after the registry was imported has missed it: as long as it knows no hospital it
/// asks for all of them.
/// </summary>
internal sealed class AskForHospitals(IServiceScopeFactory scopes, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Patience, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<RequestsStore>();
            if (await store.Hospitals.AnyAsync(stoppingToken))
                return;
            await store.PublishAsync(new RepublishHospitals { RequestedBy = RequestsStore.Name }, stoppingToken);
            await store.SaveChangesAsync(stoppingToken);
        }
    }
}
