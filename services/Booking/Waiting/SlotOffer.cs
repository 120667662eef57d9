using Conference.Booking.Holds;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.Platform.Messaging;
using Conference.Platform.Storage;

namespace Conference.Booking.Waiting;

/// <summary>Seeks a slot for one conference that waits and holds it at once: the offer is a hold like any other.</summary>
internal sealed class SlotOffer(BookingStore store, SlotTaking taking, Outranking outranking, TimeProvider clock)
{
    public Task MakeAsync(Guid conferenceId, CancellationToken cancellationToken) =>
        store.InTransactionAsync(
            async () =>
            {
                // Replicas serve in turns: each finds what the one before has left.
                await store.OneAtATimeAsync("waiting", cancellationToken);
                if (await store.Waiting.FindAsync([conferenceId], cancellationToken) is { } waiting
                    && await store.Bookings.FindAsync([conferenceId], cancellationToken) is { } booking)
                    await SeekAsync(waiting, booking, cancellationToken);
            },
            cancellationToken);

    private async Task SeekAsync(WaitingConference waiting, ConferenceBooking booking, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (waiting.To <= now)
        {
            Leave(waiting, booking);
            return;
        }

        waiting.TriedAt = now;
        var wish = WishAt(waiting, now);
        if (await taking.TakeAsync(wish, booking, cancellationToken) is not SlotHeld held)
        {
            await outranking.AskToMakeWayAsync(waiting, wish, now, cancellationToken);
            return;
        }

        Leave(waiting, booking);
        booking.Rank(wish);
        // Asked again, the command that found nothing is answered with what it has now.
        if (await store.Answers.FindAsync([held.ConferenceId, held.Revision, nameof(HoldSlot)], cancellationToken) is { } given)
            given.Replace(held, now);
        await store.PublishAsync(held, cancellationToken);
    }

    // What was early enough when it was asked for may leave no time to invite by now.
    private static HoldSlot WishAt(WaitingConference waiting, DateTimeOffset now)
    {
        var criteria = waiting.Wish.Criteria;
        var earliest = now + waiting.Lead;
        return waiting.Wish with { Criteria = criteria with { NotBefore = criteria.NotBefore > earliest ? criteria.NotBefore : earliest } };
    }

    private void Leave(WaitingConference waiting, ConferenceBooking booking)
    {
        store.Remove(waiting);
        booking.Waits = false;
    }
}
