using Conference.Booking.Availability;
using Conference.Booking.Holds;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.Platform.Messaging;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Booking.Waiting;

/// <summary>Seeks a slot for one conference that waits and holds it at once: the offer is a hold like any other.</summary>
internal sealed class SlotOffer(BookingStore store, SlotTaking taking, Outranking outranking, SearchRules rules, TimeProvider clock)
{
    /// <param name="conferenceId">Whose turn it is.</param>
    /// <param name="offered">What those before it in the order were offered (<see cref="FreedTime.Id"/>).</param>
    /// <exception cref="OutOfTurnException">It would have taken what they were not; nothing is done.</exception>
    public Task MakeAsync(Guid conferenceId, IReadOnlyCollection<long> offered, CancellationToken cancellationToken) =>
        store.InTransactionAsync(
            async () =>
            {
                // Replicas serve in turns: each finds what the one before has left.
                await store.OneAtATimeAsync("waiting", cancellationToken);
                if (await store.Waiting.FindAsync([conferenceId], cancellationToken) is { } waiting
                    && await store.Bookings.FindAsync([conferenceId], cancellationToken) is { } booking)
                    await SeekAsync(waiting, booking, offered, cancellationToken);
            },
            cancellationToken);

    private async Task SeekAsync(WaitingConference waiting, ConferenceBooking booking, IReadOnlyCollection<long> offered, CancellationToken cancellationToken)
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

        if (await IsNewsAsync(held.Slot, offered, cancellationToken))
            throw new OutOfTurnException();
        Leave(waiting, booking);
        booking.Rank(wish);
        // Asked again, the command that found nothing is answered with what it has now.
        if (await store.Answers.FindAsync([held.ConferenceId, held.Revision, nameof(HoldSlot)], cancellationToken) is { } given)
            given.Replace(held, now);
        await store.PublishAsync(held, cancellationToken);
    }

    // Looked up after the slot was taken: whatever it was made of has been committed, and its row with it. What this very
    // transaction has freed is no news: the slot that the conference leaves, which may lie next to the one it takes.
    private async Task<bool> IsNewsAsync(BookedSlot slot, IReadOnlyCollection<long> offered, CancellationToken cancellationToken)
    {
        var (from, to) = (slot.Start - rules.Setup, slot.End + rules.Setup);
        var freed = await store.FreedTimes.Where(time => time.From < to && time.To > from).Select(time => time.Id).ToListAsync(cancellationToken);
        return freed.Except(store.FreedTimes.Local.Select(time => time.Id)).Except(offered).Any();
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

/// <summary>Something was given back in the middle of a round: it is to be offered from the first in the order on.</summary>
internal sealed class OutOfTurnException : Exception;
