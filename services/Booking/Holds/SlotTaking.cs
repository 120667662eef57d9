using Conference.Booking.Availability;
using Conference.Booking.Bridges;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Microsoft.EntityFrameworkCore;

namespace Conference.Booking.Holds;

/// <summary>
/// Finds a slot and takes it. The store has the last word: where it refuses because another took the time first, what
/// was done is undone and the search runs again on what is there now.
/// </summary>
internal sealed class SlotTaking(BookingStore store, BookingMemory memory, SnapshotReader snapshots, SlotFinder finder, SearchRules rules)
{
    private const int Tries = 20;
    private const string BeforeTaking = "before_taking";

    public async Task<object> TakeAsync(HoldSlot command, ConferenceBooking booking, CancellationToken cancellationToken)
    {
        var turns = new HourTurns(store);
        for (var attempt = 1; ; attempt++)
        {
            // Memory may be a moment behind: it proposes once, and never says no.
            var network = attempt == 1
                ? await snapshots.ReadAsync(command.Criteria, command.ConferenceId, cancellationToken)
                : await snapshots.ReadStoreAsync(command.Criteria, command.ConferenceId, cancellationToken);
            var found = finder.Find(command.Criteria, network, limit: 1);
            if (found.Suggestions is not [var best])
            {
                if (attempt == 1 && !store.IsSqlite)
                    continue;
                booking.See(command.Revision);
                return new SlotUnavailable { ConferenceId = command.ConferenceId, Revision = command.Revision, Explanation = found.Explanation! };
            }

            // Whoever waited for a turn looks again, except at first: mostly nobody was there.
            if (await turns.TakeAsync(best.Slot.Start - rules.Setup, best.Slot.End, cancellationToken) && attempt > 1)
                continue;
            if (await TryTakeAsync(command.ConferenceId, booking, best.Slot, network, attempt >= Tries, cancellationToken))
                return Held(command, booking, best, network.Now);
        }
    }

    private static SlotHeld Held(HoldSlot command, ConferenceBooking booking, SlotSuggestion best, DateTimeOffset now)
    {
        var expiresAt = now + command.HoldFor < best.Slot.Start ? now + command.HoldFor : best.Slot.Start;
        booking.Hold(command.Revision, best.Slot.Start, best.Slot.End, best.Slot.BridgeId, expiresAt);
        return new SlotHeld
        {
            ConferenceId = command.ConferenceId,
            Revision = command.Revision,
            Slot = best.Slot,
            LeftOut = best.LeftOut,
            Reasons = best.Reasons,
            Warnings = best.Warnings,
        };
    }

    private async Task<bool> TryTakeAsync(Guid conferenceId, ConferenceBooking booking, BookedSlot slot, NetworkSnapshot network, bool last, CancellationToken cancellationToken)
    {
        var transaction = store.Database.CurrentTransaction ?? throw new InvalidOperationException("A slot is taken within a transaction.");
        await transaction.CreateSavepointAsync(BeforeTaking, cancellationToken);
        if (booking.HoldsTime)
            await store.ClearAsync(conferenceId, cancellationToken);

        var (sites, ports) = (Sites(conferenceId, slot).ToList(), PortNeeds.Book(conferenceId, slot, network, rules) ?? throw new InvalidOperationException($"The finder saw ports for {slot.Start} that are not there."));
        List<object> rows = [.. sites, .. ports];
        store.AddRange(rows);
        try
        {
            await store.SaveChangesAsync(cancellationToken);
            store.AfterCommit(() => memory.Booked.Change(booked => booked.Put(conferenceId, sites, ports)));
            return true;
        }
        catch (DbUpdateException exception) when (!last && OverlapGuards.Refused(exception))
        {
            await transaction.RollbackToSavepointAsync(BeforeTaking, cancellationToken);
            foreach (var row in rows)
                store.Entry(row).State = EntityState.Detached;
            memory.Doubt(store);
            return false;
        }
    }

    private static IEnumerable<SiteBooking> Sites(Guid conferenceId, BookedSlot slot) => slot.Sites.Select(site => new SiteBooking
    {
        ConferenceId = conferenceId,
        SiteId = site.SiteId,
        Start = slot.Start,
        End = slot.End,
    });
}
