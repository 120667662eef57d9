using Conference.Booking.Availability;
using Conference.Booking.Holds;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Microsoft.EntityFrameworkCore;

namespace Conference.Booking.Polls;

/// <summary>
/// Holds the candidates of a poll all together, as <see cref="SlotTaking"/> does one slot: where the store refuses, what
/// was done is undone and the search runs again on what is left.
/// </summary>
internal sealed class CandidateTaking(BookingStore store, BookingMemory memory, CandidateSearch search, SearchRules rules)
{
    private const int Fewest = 2;
    private const int Tries = 20;
    private const string BeforeTaking = "before_taking";

    public async Task<object> TakeAsync(HoldCandidates command, ConferenceBooking booking, CancellationToken cancellationToken)
    {
        var turns = new HourTurns(store);
        for (var attempt = 1; ; attempt++)
        {
            // Memory may be a moment behind: it proposes once, and never says that too few are free.
            var choice = await search.FindAsync(command, fromStore: attempt > 1, cancellationToken);
            if (choice.Found.Count < Math.Max(Fewest, attempt > 1 || store.IsSqlite ? 0 : Wanted(command)))
            {
                if (attempt == 1 && !store.IsSqlite)
                    continue;
                booking.See(command.Revision);
                return TooFew.Of(command, choice, booking.KeptRevision, rules.Time);
            }

            if (await turns.TakeAsync([.. choice.Found.Select(found => (found.Slot.Start - rules.Setup, found.Slot.End))], cancellationToken) && attempt > 1)
                continue;
            if (await TryHoldAsync(command, booking, choice, attempt >= Tries, cancellationToken))
                return Held(command, booking, choice);
        }
    }

    private static int Wanted(HoldCandidates command) => command.Starts.Count > 0 ? command.Starts.Count : command.Best;

    private static CandidatesHeld Held(HoldCandidates command, ConferenceBooking booking, CandidateChoice choice)
    {
        booking.HoldCandidates(command.Revision);
        return new CandidatesHeld
        {
            ConferenceId = command.ConferenceId,
            Revision = command.Revision,
            Candidates = [.. choice.Found.OrderBy(found => found.Slot.Start)],
            NotHeld = choice.NotHeld,
        };
    }

    private async Task<bool> TryHoldAsync(HoldCandidates command, ConferenceBooking booking, CandidateChoice choice, bool last, CancellationToken cancellationToken)
    {
        var transaction = store.Database.CurrentTransaction ?? throw new InvalidOperationException("Candidates are held within a transaction.");
        await transaction.CreateSavepointAsync(BeforeTaking, cancellationToken);
        if (booking.HoldsTime)
            await store.ClearAsync(command.ConferenceId, cancellationToken);

        List<object> rows = [.. choice.Sites, .. choice.Ports, .. choice.Found.Select((found, index) => Row(command, found, index + 1))];
        store.AddRange(rows);
        try
        {
            await store.SaveChangesAsync(cancellationToken);
            memory.Put(store, command.ConferenceId, choice.Sites, choice.Ports);
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

    private static Candidate Row(HoldCandidates command, SlotSuggestion found, int number) => new()
    {
        ConferenceId = command.ConferenceId,
        Number = number,
        Start = found.Slot.Start,
        Found = found,
        ExpiresAt = command.HoldUntil < found.Slot.Start ? command.HoldUntil : found.Slot.Start,
    };
}
