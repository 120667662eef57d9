using Conference.Booking.Availability;
using Conference.Booking.Holds;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;

namespace Conference.Booking.Waiting;

/// <summary>Who waits, kept in the transaction of whoever asks, gives back or stops.</summary>
internal sealed class WaitingList(BookingStore store, OfferBell bell, SearchRules rules)
{
    /// <summary>A conference that found no slot waits if its command says so, and waits no longer if not; the answer says which.</summary>
    public async Task<SlotUnavailable> RefusedAsync(HoldSlot wish, ConferenceBooking booking, SlotUnavailable refusal, CancellationToken cancellationToken)
    {
        if (wish.Wait is null)
            await LeaveAsync(booking, wish.Revision, cancellationToken);
        else
            await EnterAsync(wish, booking, cancellationToken);
        return refusal with { Waiting = wish.Wait is not null, KeptRevision = booking.KeptRevision };
    }

    /// <summary>The conference has a slot, or wants none: it waits no longer for what it asked for up to this revision.</summary>
    public async Task LeaveAsync(ConferenceBooking booking, int revision, CancellationToken cancellationToken)
    {
        if (!booking.Waits || await store.Waiting.FindAsync([booking.ConferenceId], cancellationToken) is not { } waiting || waiting.Revision > revision)
            return;
        store.Remove(waiting);
        booking.Waits = false;
    }

    /// <summary>Something has changed that may make room at any time.</summary>
    public void AnythingMayFit()
    {
        store.Add(FreedTime.Any);
        store.AfterCommit(bell.Ring);
    }

    private async Task EnterAsync(HoldSlot wish, ConferenceBooking booking, CancellationToken cancellationToken)
    {
        var waiting = booking.Waits ? await store.Waiting.FindAsync([booking.ConferenceId], cancellationToken) : null;
        if (waiting is null)
        {
            waiting = new WaitingConference { ConferenceId = booking.ConferenceId };
            store.Add(waiting);
        }

        var (from, to) = TimeOf(wish.Criteria);
        waiting.WaitFor(wish, from, to);
        booking.Waits = true;
        // Tried once more as soon as it is known to wait: what was given back meanwhile had nobody to be offered to.
        store.AfterCommit(bell.Ring);
    }

    private (DateTimeOffset From, DateTimeOffset To) TimeOf(SlotCriteria criteria) => criteria.Start is { } start
        ? (start, start.AddMinutes(criteria.DurationMinutes))
        : (rules.Time.StartOf(criteria.Window!.From), rules.Time.StartOf(criteria.Window.To.AddDays(1)));
}
