using Conference.Platform.Messaging;
using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Requests.Lifecycle;

/// <summary>
/// The sweep: a conference that waits too long for another service asks again, and one whose moment has passed
/// unnoticed is woken. Also forgets idempotency keys that are too old. All of it can run twice without harm.
/// </summary>
internal sealed class StuckConferences(IServiceScopeFactory scopes, IOptions<RequestsOptions> options, TimeProvider clock, ILogger<StuckConferences> log) : BackgroundService
{
    private const int Portion = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepEvery, clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(exception, "The sweep failed; the next one is in {Interval}", options.Value.SweepEvery);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<RequestsStore>();
        var now = clock.GetUtcNow();
        var stuckSince = now - options.Value.StuckAfter;
        // Since a moment that is still to come: the clock of whoever wrote it was ahead.
        var tooLate = now + options.Value.StuckAfter;
        var stuck = await IdsAsync(store.Conferences.Where(state => state.PendingSince < stuckSince || state.PendingSince > tooLate).OrderBy(state => state.PendingSince), cancellationToken);
        var late = await IdsAsync(store.Conferences.Where(state => state.NextMoment < stuckSince).OrderBy(state => state.NextMoment), cancellationToken);
        foreach (var id in stuck)
            await store.PublishAsync(new ResendPendingCommand { ConferenceId = id }, cancellationToken);
        foreach (var id in late)
            await store.PublishAsync(new MomentArrived { ConferenceId = id }, cancellationToken);
        if (stuck.Count + late.Count > 0)
        {
            log.LogInformation("Asking again for {Stuck} conferences, waking {Late}", stuck.Count, late.Count);
            await store.SaveChangesAsync(cancellationToken);
        }

        await store.Keys.Where(key => key.UsedAt < now - options.Value.RememberKeysFor).ExecuteDeleteAsync(cancellationToken);
    }

    private static Task<List<Guid>> IdsAsync(IQueryable<ConferenceState> states, CancellationToken cancellationToken) =>
        states.Select(state => state.CorrelationId).Take(Portion).ToListAsync(cancellationToken);
}
