using Conference.Booking.Availability;
using Conference.Booking.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Booking.Waiting;

/// <summary>
/// Offers what was given back to those who wait, one after another in the order of the list, each in a transaction of
/// its own: however much is given back at once, one conference at a time is served and nobody else is woken. Runs when
/// something is given back, and as a sweep for what a process that died has left.
/// </summary>
internal sealed class SlotOffers(IServiceScopeFactory scopes, OfferBell bell, SearchRules rules, IOptions<BookingOptions> options, TimeProvider clock, ILogger<SlotOffers> log) : BackgroundService
{
    private const int ForgottenAtOnce = 1000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What the configuration offers now may be more than before.
        var begun = false;
        while (true)
        {
            try
            {
                begun = begun || await BeginAsync(stoppingToken);
                await ServeAsync(stoppingToken);
            }
            catch (OutOfTurnException)
            {
                bell.Ring();
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(exception, "Those who wait for a slot could not be served; the next sweep tries again.");
            }

            await bell.WaitAsync(TimeSpan.FromSeconds(options.Value.WaitingSweepSeconds), stoppingToken);
        }
    }

    private async Task<bool> BeginAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<BookingStore>();
        store.Add(FreedTime.Any);
        await store.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        var (freed, concerned) = await LookAsync(cancellationToken);
        var served = true;
        foreach (var conferenceId in concerned)
            served &= await TryOfferAsync(conferenceId, freed, cancellationToken);
        if (served && freed.Count > 0)
            await ForgetAsync(freed, cancellationToken);
    }

    /// <summary>What was given back, and who could have use for it, in the order of the list.</summary>
    private async Task<(HashSet<long> Freed, List<Guid> Concerned)> LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<BookingStore>();
        // All of it: what is left out would be news to whoever takes it, round after round.
        var freed = await store.FreedTimes.AsNoTracking().ToListAsync(cancellationToken);
        var waiting = await store.Waiting.AsNoTracking().InOrder()
            .Select(one => new { one.ConferenceId, one.From, one.To, one.TriedAt, one.AskedAt })
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var concerned = waiting
            .Where(one => one.TriedAt is null || one.To <= now || one.AskedAt < now - Outranking.Patience
                || freed.Exists(time => one.From - rules.Setup < time.To && one.To + rules.Setup > time.From))
            .Select(one => one.ConferenceId).ToList();
        return ([.. freed.Select(time => time.Id)], concerned);
    }

    private async Task<bool> TryOfferAsync(Guid conferenceId, HashSet<long> freed, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<SlotOffer>().MakeAsync(conferenceId, freed, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is not OutOfTurnException && !cancellationToken.IsCancellationRequested)
        {
            log.LogWarning(exception, "No slot could be sought for {ConferenceId}, which waits; the next sweep tries again.", conferenceId);
            return false;
        }
    }

    private async Task ForgetAsync(HashSet<long> freed, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<BookingStore>();
        await store.InTransactionAsync(
            async () =>
            {
                // SQLite takes only so many parameters in one statement.
                foreach (var ids in freed.Chunk(ForgottenAtOnce))
                    await store.FreedTimes.Where(time => ids.Contains(time.Id)).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);
    }
}
