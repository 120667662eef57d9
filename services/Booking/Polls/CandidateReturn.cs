using Conference.Booking.Holds;
using Conference.Booking.Storage;
using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Conference.Booking.Polls;

/// <summary>Gives one candidate of a poll back and says so, within the open transaction. With the last one the poll has nothing left.</summary>
internal sealed class CandidateReturn(BookingStore store, BookingMemory memory)
{
    /// <param name="booking">Whose candidate it is.</param>
    /// <param name="candidate">What is given back.</param>
    /// <param name="why">What has come between; null where it ran out.</param>
    public async Task GiveBackAsync(ConferenceBooking booking, Candidate candidate, Remark? why, CancellationToken cancellationToken)
    {
        var (id, number, start) = (candidate.ConferenceId, candidate.Number, candidate.Start);
        await store.NoteFreedAsync(store.SiteBookings.Where(site => site.ConferenceId == id && site.Start == start), cancellationToken);
        await store.SiteBookings.Where(site => site.ConferenceId == id && site.Start == start).ExecuteDeleteAsync(cancellationToken);
        await store.PortBookings.Where(ports => ports.ConferenceId == id && ports.Candidate == number).ExecuteDeleteAsync(cancellationToken);
        await memory.ReadAgainAsync(store, id, cancellationToken);
        store.Remove(candidate);
        if (await store.Candidates.AnyAsync(other => other.ConferenceId == id && other.Number != number, cancellationToken))
            booking.See(booking.LatestRevision);
        else
            booking.Expire();
        await store.PublishAsync(new CandidateExpired { ConferenceId = id, Revision = booking.Revision, Start = start, Why = why }, cancellationToken);
        // What is given back next in this transaction must not find it.
        await store.SaveChangesAsync(cancellationToken);
    }
}
