using Conference.Booking.Availability;
using Conference.Booking.Holds;
using Conference.Booking.Standing;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.Platform.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Booking.Waiting;

/// <summary>
/// The rule of priority: a conference that waits may have a hold of a lower class moved, never taken away. The hold must
/// not be confirmed, must start after the freeze, and must have another time within its own wish, found before it is
/// asked. It keeps its slot until it has the other, so that nobody is ever without one; what it leaves is offered to
/// those who wait, in their order.
/// </summary>
internal sealed class Outranking(BookingStore store, SnapshotReader snapshots, SlotFinder finder, SearchRules rules, IOptions<BookingOptions> options)
{
    /// <summary>How long one that was asked is waited for before another is.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const int LookedAtAtMost = 20;

    public async Task AskToMakeWayAsync(WaitingConference waiting, HoldSlot wish, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await IsStillWaitedForAsync(waiting, now, cancellationToken))
            return;
        foreach (var hold in await LowerAsync(waiting, now + options.Value.Freeze, cancellationToken))
        {
            if (await RoomWithoutAsync(hold, wish, cancellationToken) is not { } leave || !await HasAnotherAsync(hold, leave, now + waiting.Lead, cancellationToken))
                continue;
            waiting.Ask(hold.ConferenceId, hold.Revision, now);
            store.Add(new ReportedDisruption { ConferenceId = hold.ConferenceId, Revision = hold.Revision, Key = ReportedDisruption.Outranked, At = now });
            await store.PublishAsync(Message(hold, leave), cancellationToken);
            return;
        }
    }

    private async Task<bool> IsStillWaitedForAsync(WaitingConference waiting, DateTimeOffset now, CancellationToken cancellationToken) =>
        waiting.AskedAt > now - Patience
        && await store.Bookings.AnyAsync(booking => booking.ConferenceId == waiting.Asked && booking.Revision == waiting.AskedRevision && booking.ExpiresAt != null, cancellationToken);

    /// <summary>Holds that may be asked: the lowest class first, of one class the one that was asked for last. Each is asked once a revision.</summary>
    private Task<List<ConferenceBooking>> LowerAsync(WaitingConference waiting, DateTimeOffset thawed, CancellationToken cancellationToken)
    {
        var (from, to) = (waiting.From - rules.Setup, waiting.To + rules.Setup);
        return store.Bookings.AsNoTracking()
            .Where(booking => booking.ExpiresAt != null && booking.Wish != null && booking.Priority > waiting.Priority
                && booking.Start >= thawed && booking.Start < to && booking.End > from
                && !store.Disruptions.Any(asked => asked.ConferenceId == booking.ConferenceId && asked.Revision == booking.Revision && asked.Key == ReportedDisruption.Outranked))
            .OrderByDescending(booking => booking.Priority).ThenByDescending(booking => booking.ConferenceId)
            .Take(LookedAtAtMost)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The times that both touch if the one that waits takes the place of the hold; null where that is not enough for it.</summary>
    private async Task<TimeRange?> RoomWithoutAsync(ConferenceBooking hold, HoldSlot wish, CancellationToken cancellationToken)
    {
        var network = await snapshots.ReadStoreAsync(wish.Criteria, hold.ConferenceId, cancellationToken);
        if (finder.Find(wish.Criteria, network, limit: 1).Suggestions is not [var room])
            return null;
        var (start, end) = (room.Slot.Start < hold.Start ? room.Slot.Start : hold.Start, room.Slot.End > hold.End ? room.Slot.End : hold.End);
        return new TimeRange { Start = start - rules.Setup, End = end + rules.Setup };
    }

    private async Task<bool> HasAnotherAsync(ConferenceBooking hold, TimeRange leave, DateTimeOffset earliest, CancellationToken cancellationToken)
    {
        var elsewhere = hold.Wish! with { Avoid = [.. hold.Wish.Avoid, leave], NotBefore = hold.Wish.NotBefore > earliest ? hold.Wish.NotBefore : earliest };
        return finder.Find(elsewhere, await snapshots.ReadStoreAsync(elsewhere, hold.ConferenceId, cancellationToken), limit: 1).Suggestions.Count > 0;
    }

    private static SlotDisrupted Message(ConferenceBooking hold, TimeRange leave) => new()
    {
        ConferenceId = hold.ConferenceId,
        Revision = hold.Revision,
        Cause = DisruptionCause.Outranked,
        Frozen = false,
        Required = false,
        Leave = leave,
        Explanation = new SlotExplanation
        {
            Summary = Wording.Say("outranked", "優先度の高い会議のため、仮押さえ中の日時を別の日時へ移します。", "A conference of a higher class needs the time; the hold is moved to another."),
        },
    };
}
