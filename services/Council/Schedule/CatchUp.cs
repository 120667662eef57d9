using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;
using Conference.Council.Storage;
using Conference.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Conference.Council.Schedule;

/// <summary>
/// A Council that was set up after the others has missed what they said: as long as it knows no hospital it asks
/// for everything.
/// </summary>
internal sealed class CatchUp(IServiceScopeFactory scopes, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Patience, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<CouncilStore>();
            if (await store.Hospitals.AnyAsync(stoppingToken))
                return;
            await store.PublishAsync(new RepublishHospitals { RequestedBy = CouncilStore.Name }, stoppingToken);
            await store.PublishAsync(new RepublishConferences { RequestedBy = CouncilStore.Name }, stoppingToken);
            await store.SaveChangesAsync(stoppingToken);
        }
    }
}
