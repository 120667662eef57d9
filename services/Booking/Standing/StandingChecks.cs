using Conference.Booking.Bridges;
using Conference.Booking.Storage;
using Conference.Booking.Waiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Booking.Standing;

/// <summary>
/// Looks at bookings after something was said of their sites, and once at the start, when the configuration may have
/// changed, at those on bridges. Two replicas that look at one booking report it once.
/// </summary>
internal sealed class StandingChecks(
    IServiceScopeFactory scopes, CheckBell bell, IOptions<BookingOptions> options, IOptions<BridgesOptions> bridges, TimeProvider clock, ILogger<StandingChecks> log) : BackgroundService
{
    private const int AtOnce = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var begun = false;
        while (true)
        {
            try
            {
                begun = begun || await CheckBridgesAsync(stoppingToken);
                await CheckSitesAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(exception, "Bookings could not be checked against the network; the next sweep tries again.");
            }

            await bell.WaitAsync(TimeSpan.FromSeconds(options.Value.WaitingSweepSeconds), stoppingToken);
        }
    }

    private async Task<bool> CheckBridgesAsync(CancellationToken cancellationToken) =>
        await FailingAsync(await InAsync(OnOtherBridgesAsync, cancellationToken), cancellationToken) is { Count: 0 };

    private async Task CheckSitesAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await InAsync(store => store.SiteChecks.AsNoTracking().Where(check => check.DueAt <= now).OrderBy(check => check.Id).Take(AtOnce).ToListAsync(cancellationToken), cancellationToken);
        if (due.Count == 0)
            return;
        var sites = due.Select(check => check.SiteId).Distinct().ToList();
        var booked = await InAsync(
            store => store.SiteBookings.Where(row => sites.Contains(row.SiteId) && row.Start > now).Select(row => new { row.SiteId, row.ConferenceId }).Distinct().ToListAsync(cancellationToken), cancellationToken);
        var failing = await FailingAsync(booked.Select(row => row.ConferenceId).Distinct(), cancellationToken);
        var open = booked.Where(row => failing.Contains(row.ConferenceId)).Select(row => row.SiteId).Distinct();
        await DoneAsync([.. due.Select(check => check.Id)], [.. open.Select(siteId => new SiteCheck { SiteId = siteId, DueAt = now })], cancellationToken);
    }

    // What failed goes to the end of the queue: however much fails for ever, the others have their turn.
    private Task<bool> DoneAsync(List<long> done, List<SiteCheck> open, CancellationToken cancellationToken) => InAsync(
        async store =>
        {
            await store.InTransactionAsync(
                async () =>
                {
                    await store.SiteChecks.Where(check => done.Contains(check.Id)).ExecuteDeleteAsync(cancellationToken);
                    store.AddRange(open);
                },
                cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>Checks each and returns those that could not be: one must not keep the others from being looked at.</summary>
    private async Task<HashSet<Guid>> FailingAsync(IEnumerable<Guid> conferenceIds, CancellationToken cancellationToken)
    {
        var failing = new HashSet<Guid>();
        foreach (var conferenceId in conferenceIds)
        {
            if (!await TryCheckAsync(conferenceId, cancellationToken))
                failing.Add(conferenceId);
        }

        return failing;
    }

    // Ports are numbered from 1, so what a smaller bridge has no more are the numbers above its count.
    private async Task<List<Guid>> OnOtherBridgesAsync(BookingStore store)
    {
        var now = clock.GetUtcNow();
        var known = bridges.Value.Effective.Select(bridge => bridge.Id).ToList();
        // One on two bridges stands only while they are linked.
        var affected = await store.PortBookings
            .Where(row => row.Start > now && (!known.Contains(row.BridgeId) || store.PortBookings.Any(other => other.ConferenceId == row.ConferenceId && other.Candidate == row.Candidate && other.BridgeId != row.BridgeId)))
            .Select(row => row.ConferenceId).Distinct().ToListAsync();
        foreach (var bridge in bridges.Value.Effective)
        {
            var isLimited = bridge.Maintenance.Count > 0 || bridge.Reach.Count > 0;
            affected.AddRange(await store.PortBookings.Where(row => row.BridgeId == bridge.Id && row.Start > now && (row.LastPort > bridge.Ports || isLimited))
                .Select(row => row.ConferenceId).Distinct().ToListAsync());
        }

        return [.. affected.Distinct()];
    }

    private async Task<bool> TryCheckAsync(Guid conferenceId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<StandingCheck>().CheckAsync(conferenceId, cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            log.LogDebug("The slot of {ConferenceId} was changed while it was checked; the next sweep looks again.", conferenceId);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(exception, "The slot of {ConferenceId} could not be checked against the network; the next sweep tries again.", conferenceId);
        }

        return false;
    }

    private async Task<T> InAsync<T>(Func<BookingStore, Task<T>> look, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var scope = scopes.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<BookingStore>());
    }
}
