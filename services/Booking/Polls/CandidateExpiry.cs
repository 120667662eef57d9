using Conference.Booking.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Booking.Polls;

/// <summary>Gives back the candidates of polls that nobody decided in time, one transaction each; called by the sweep of all holds.</summary>
internal sealed class CandidateExpiry(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CandidateExpiry> log)
{
    private const int AtOnce = 200;

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var (conferenceId, number) in await DueAsync(cancellationToken))
            await ExpireAsync(conferenceId, number, cancellationToken);
    }

    private async Task<List<(Guid ConferenceId, int Number)>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var due = await scope.ServiceProvider.GetRequiredService<BookingStore>().Candidates
            .Where(candidate => candidate.ExpiresAt <= now)
            .OrderBy(candidate => candidate.ExpiresAt)
            .Select(candidate => new { candidate.ConferenceId, candidate.Number })
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        return due.ConvertAll(candidate => (candidate.ConferenceId, candidate.Number));
    }

    private async Task ExpireAsync(Guid conferenceId, int number, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<BookingStore>();
        try
        {
            await store.InTransactionAsync(
                async () =>
                {
                    var booking = await store.Bookings.FindAsync([conferenceId], cancellationToken);
                    var candidate = await store.Candidates.FindAsync([conferenceId, number], cancellationToken);
                    if (booking is null || candidate is null || candidate.ExpiresAt > clock.GetUtcNow())
                        return;

                    await scope.ServiceProvider.GetRequiredService<CandidateReturn>().GiveBackAsync(booking, candidate, why: null, cancellationToken);
                },
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            log.LogDebug("The candidates of {ConferenceId} were changed while one expired.", conferenceId);
        }
    }
}
