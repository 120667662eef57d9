using Conference.Booking.Holds;
using Conference.Booking.Standing;
using Conference.Booking.Storage;
using Conference.Booking.Waiting;
using Conference.Contracts.Booking;
using Microsoft.EntityFrameworkCore;

namespace Conference.Booking.Polls;

/// <summary>Answers the commands of a poll, each once. Runs in the transaction of whoever asks, and leaves the last save to it.</summary>
internal sealed class PollDesk(BookingStore store, BookingMemory memory, SlotDesk slots, CandidateTaking taking, WaitingList waiting, TimeProvider clock)
{
    public Task<object?> HoldAsync(HoldCandidates command, CancellationToken cancellationToken) =>
        slots.OnceAsync(nameof(HoldCandidates), command.ConferenceId, command.Revision, () => DecideAsync(command, cancellationToken), cancellationToken);

    public Task<object?> TakeAsync(TakeCandidate command, CancellationToken cancellationToken) =>
        slots.OnceAsync(nameof(TakeCandidate), command.ConferenceId, command.Revision, () => DecideAsync(command, cancellationToken), cancellationToken);

    private async Task<object?> DecideAsync(HoldCandidates command, CancellationToken cancellationToken)
    {
        var booking = await BookingAsync(command.ConferenceId, cancellationToken);
        if (booking.IsPast(command.Revision))
            return Refusals.Superseded(command.ConferenceId, command.Revision);
        await waiting.LeaveAsync(booking, command.Revision, cancellationToken);
        return await taking.TakeAsync(command, booking, cancellationToken);
    }

    private async Task<object?> DecideAsync(TakeCandidate command, CancellationToken cancellationToken)
    {
        var booking = await BookingAsync(command.ConferenceId, cancellationToken);
        if (booking.IsPast(command.Revision))
            return Refusals.Superseded(command.ConferenceId, command.Revision);
        booking.See(command.Revision);
        if (booking.State != BookingState.Polling || booking.Revision != command.PollRevision)
            return Refusals.NoHold(command.ConferenceId, command.Revision);

        var now = clock.GetUtcNow();
        var chosen = await store.Candidates.SingleOrDefaultAsync(candidate => candidate.ConferenceId == command.ConferenceId && candidate.Start == command.Start, cancellationToken);
        return chosen is null || chosen.ExpiresAt <= now
            ? Refusals.HoldExpired(command.ConferenceId, command.Revision) with { KeptRevision = booking.KeptRevision }
            : await KeepOnlyAsync(chosen, booking, command, now, cancellationToken);
    }

    /// <summary>The chosen candidate becomes the conference's slot; all others are free with the same commit.</summary>
    private async Task<object?> KeepOnlyAsync(Candidate chosen, ConferenceBooking booking, TakeCandidate command, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (id, found) = (command.ConferenceId, chosen.Found);
        await store.NoteFreedAsync(store.SiteBookings.Where(site => site.ConferenceId == id && site.Start != chosen.Start), cancellationToken);
        await store.SiteBookings.Where(site => site.ConferenceId == id && site.Start != chosen.Start).ExecuteDeleteAsync(cancellationToken);
        await store.PortBookings.Where(ports => ports.ConferenceId == id && ports.Candidate != chosen.Number).ExecuteDeleteAsync(cancellationToken);
        await store.PortBookings.Where(ports => ports.ConferenceId == id).ExecuteUpdateAsync(ports => ports.SetProperty(row => row.Candidate, 0), cancellationToken);
        await store.Candidates.Where(candidate => candidate.ConferenceId == id).ExecuteDeleteAsync(cancellationToken);
        store.Entry(chosen).State = EntityState.Detached;
        await memory.ReadAgainAsync(store, id, cancellationToken);

        var expiresAt = now + command.HoldFor < found.Slot.Start ? now + command.HoldFor : found.Slot.Start;
        // What was said of its sites while it was a candidate is looked at now that it is the slot.
        store.Add(new SiteCheck { SiteId = found.Slot.Sites[0].SiteId, DueAt = now });
        booking.Hold(command.Revision, found.Slot.Start, found.Slot.End, found.Slot.BridgeId, expiresAt);
        return new SlotHeld { ConferenceId = id, Revision = command.Revision, Slot = found.Slot, LeftOut = found.LeftOut, Reasons = found.Reasons, Warnings = found.Warnings };
    }

    private async Task<ConferenceBooking> BookingAsync(Guid conferenceId, CancellationToken cancellationToken) =>
        await store.Bookings.FindAsync([conferenceId], cancellationToken) ?? store.Add(new ConferenceBooking { ConferenceId = conferenceId }).Entity;
}
