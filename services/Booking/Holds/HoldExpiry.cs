using Conference.Booking.Polls;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.Platform.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Booking.Holds;

/// <summary>
/// Gives back the slots of holds that nobody confirmed in time, one transaction each. Two replicas that meet at one
/// hold are told apart by its count of changes: the later one finds nothing to do.
/// </summary>
internal sealed class HoldExpiry(IServiceScopeFactory scopes, BookingMemory memory, CandidateExpiry candidates, IOptions<BookingOptions> options, TimeProvider clock, ILogger<HoldExpiry> log) : BackgroundService
{
    private const int AtOnce = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.ExpirySweepSeconds), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(exception, "Expired holds could not be released; the next sweep tries again.");
            }
        }
    }

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var conferenceId in await DueAsync(cancellationToken))
            await ExpireAsync(conferenceId, cancellationToken);
        await candidates.SweepAsync(cancellationToken);
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<BookingStore>().Bookings
            .Where(booking => booking.ExpiresAt <= now)
            .OrderBy(booking => booking.ExpiresAt)
            .Select(booking => booking.ConferenceId)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
    }

    private async Task ExpireAsync(Guid conferenceId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<BookingStore>();
        try
        {
            await store.InTransactionAsync(
                async () =>
                {
                    var booking = await store.Bookings.FindAsync([conferenceId], cancellationToken);
                    if (booking?.ExpiresAt is not { } expiresAt || expiresAt > clock.GetUtcNow())
                        return;

                    booking.Expire();
                    await memory.FreeAsync(store, conferenceId, cancellationToken);
                    await store.PublishAsync(new SlotHoldExpired { ConferenceId = conferenceId, Revision = booking.Revision }, cancellationToken);
                },
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            log.LogDebug("The hold of {ConferenceId} was changed while it expired.", conferenceId);
        }
    }
}
