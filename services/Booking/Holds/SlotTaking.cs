using Conference.Booking.Availability;
using Conference.Booking.Bridges;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Microsoft.EntityFrameworkCore;

namespace Conference.Booking.Holds;

/// <summary>
/// Finds a slot and takes it. Memory proposes; who has the turn at the slot's hours looks what is booked there by now, and
/// takes it or searches again on what there is. The store has the last word all the same.
/// </summary>
internal sealed class SlotTaking(BookingStore store, BookingMemory memory, SnapshotReader snapshots, SlotFinder finder, SearchRules rules)
{
    private const int Tries = 20;
    private const string BeforeTaking = "before_taking";

    public async Task<object> TakeAsync(HoldSlot command, ConferenceBooking booking, CancellationToken cancellationToken)
    {
        var turns = new HourTurns(store);
        for (var (first, failed) = (true, 0); failed < Tries; first = false)
        {
            // Memory may be a moment behind: it proposes once, and never says no.
            var network = first
                ? await snapshots.ReadAsync(command.Criteria, command.ConferenceId, cancellationToken)
                : await snapshots.ReadStoreAsync(command.Criteria, command.ConferenceId, cancellationToken);
            var found = finder.Find(command.Criteria, network, limit: 1);
            if (found.Suggestions is not [var best])
            {
                if (first && !store.IsSqlite)
                    continue;
                booking.See(command.Revision);
                return new SlotUnavailable { ConferenceId = command.ConferenceId, Revision = command.Revision, Explanation = found.Explanation! };
            }

            var waited = await turns.TakeAsync(best.Slot.Start - rules.Setup, best.Slot.End, cancellationToken);
            if (await snapshots.ReadThereAsync(network, best.Slot, command.ConferenceId, cancellationToken) is { } there
                && PortNeeds.Book(command.ConferenceId, best.Slot, there, rules) is { } ports
                && await TryTakeAsync(command.ConferenceId, booking, best.Slot, ports, cancellationToken))
                return Held(command, booking, best, network.Now);
            // Who had to wait was overtaken, which may happen often: somebody else has a slot each time.
            if (!waited)
                failed++;
        }

        throw new InvalidOperationException($"What was found for conference {command.ConferenceId} could not be taken, {Tries} times.");
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

    private async Task<bool> TryTakeAsync(Guid conferenceId, ConferenceBooking booking, BookedSlot slot, List<PortBooking> ports, CancellationToken cancellationToken)
    {
        var transaction = store.Database.CurrentTransaction ?? throw new InvalidOperationException("A slot is taken within a transaction.");
        await transaction.CreateSavepointAsync(BeforeTaking, cancellationToken);
        if (booking.HoldsTime)
            await store.ClearAsync(conferenceId, cancellationToken);

        var sites = Sites(conferenceId, slot).ToList();
        List<object> rows = [.. sites, .. ports];
        store.AddRange(rows);
        try
        {
            await store.SaveChangesAsync(cancellationToken);
            memory.Put(store, conferenceId, sites, ports);
            return true;
        }
        catch (DbUpdateException exception) when (OverlapGuards.Refused(exception))
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
