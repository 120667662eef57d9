using Conference.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Conference.Platform.Audit;

/// <summary>Seals what was written every two seconds, and says now and then in the program's log how far the chain is: an anchor outside the store.</summary>
internal sealed class AuditSealing(string service, AuditSealer sealer, TimeProvider clock, ILogger<AuditSealing> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SayEvery = TimeSpan.FromHours(1);

    private DateTimeOffset _saidAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Say(await sealer.SealAsync(stoppingToken));
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "The audit log of {Service} could not be sealed and is tried again", service);
            }
        }
    }

    private void Say(AuditEntry? head)
    {
        if (head is null || clock.GetUtcNow() - _saidAt < SayEvery)
            return;
        _saidAt = clock.GetUtcNow();
        logger.LogInformation("The audit log of {Service} is sealed up to {Position} with {Hash}", service, head.Position, head.Hash);
    }
}
