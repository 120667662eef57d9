using Conference.Booking.Holds;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Conference.Booking.Polls;

/// <summary>Gives back the candidates of polls that nobody decided in time, one transaction each; called by the sweep of all holds.</summary>
internal sealed class CandidateExpiry(IServiceScopeFactory scopes, BookingMemory memory, TimeProvider clock, ILogger<CandidateExpiry> log)
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

                    store.Remove(candidate);
                    await store.NoteFreedAsync(store.SiteBookings.Where(site => site.ConferenceId == conferenceId && site.Start == candidate.Start), cancellationToken);
                    await store.NoteFreedAsync(store.SiteBookings.Where(site => site.ConferenceId == conferenceId && site.Start == candidate.Start), cancellationToken);
                    await store.SiteBookings.Where(site => site.ConferenceId == conferenceId && site.Start == candidate.Start).ExecuteDeleteAsync(cancellationToken);
                    await store.PortBookings.Where(ports => ports.ConferenceId == conferenceId && ports.Candidate == number).ExecuteDeleteAsync(cancellationToken);
                    await memory.ReadAgainAsync(store, conferenceId, cancellationToken);
                    if (await store.Candidates.CountAsync(other => other.ConferenceId == conferenceId, cancellationToken) == 1)
                        booking.Expire();
                    else
                        booking.See(booking.LatestRevision);
                    await store.PublishAsync(new CandidateExpired { ConferenceId = conferenceId, Revision = booking.Revision, Start = candidate.Start }, cancellationToken);
                },
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            log.LogDebug("The candidates of {ConferenceId} were changed while one expired.", conferenceId);
        }
    }
}
