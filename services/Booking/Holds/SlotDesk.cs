using Conference.Booking.Storage;
using Conference.Booking.Waiting;
using Conference.Contracts.Booking;
using Microsoft.EntityFrameworkCore;

namespace Conference.Booking.Holds;

/// <summary>
/// Answers the commands about a conference's slot, each once: what it answered before it answers again. Runs in the
/// transaction of whoever asks, and leaves the last save to it.
/// </summary>
internal sealed class SlotDesk(BookingStore store, BookingMemory memory, SlotTaking taking, WaitingList waiting, TimeProvider clock)
{
    public Task<object?> HoldAsync(HoldSlot command, CancellationToken cancellationToken) =>
        OnceAsync(nameof(HoldSlot), command.ConferenceId, command.Revision, () => DecideAsync(command, cancellationToken), cancellationToken);

    /// <summary>By the last revision given out: what was final before becomes so once more where something else was asked for since.</summary>
    public Task<object?> ConfirmAsync(ConfirmSlot command, CancellationToken cancellationToken) =>
        OnceAsync(nameof(ConfirmSlot), command.ConferenceId, LastGivenOut(command), () => DecideAsync(command, cancellationToken), cancellationToken);

    /// <summary>Nobody waits for an answer, and a second time finds nothing to give back.</summary>
    public async Task ReleaseAsync(ReleaseSlot command, CancellationToken cancellationToken)
    {
        var booking = await BookingOfAsync(command.ConferenceId, cancellationToken) ?? Begin(command.ConferenceId);
        if (command.Revision < (booking.HoldsTime ? booking.Revision : booking.LatestRevision))
            return;

        if (booking.HoldsTime)
            await memory.FreeAsync(store, command.ConferenceId, cancellationToken);
        await waiting.LeaveAsync(booking, command.Revision, cancellationToken);
        booking.See(command.Revision);
        // Also where there is no slot: a hold of this revision that comes later must not be taken.
        booking.Release();
    }

    /// <summary>What a command was answered before; else what it is answered now, kept for the next time.</summary>
    public async Task<object?> OnceAsync(string command, Guid conferenceId, int revision, Func<Task<object?>> decide, CancellationToken cancellationToken)
    {
        if (await store.Answers.FindAsync([conferenceId, revision, command], cancellationToken) is { } given)
            return given.Again();

        var answer = await decide();
        if (answer is not null)
            store.Add(GivenAnswer.To(command, conferenceId, revision, answer, clock.GetUtcNow()));
        return answer;
    }

    private async Task<object?> DecideAsync(HoldSlot command, CancellationToken cancellationToken)
    {
        var booking = await BookingOfAsync(command.ConferenceId, cancellationToken) ?? Begin(command.ConferenceId);
        if (booking.IsPast(command.Revision))
            return Refusals.Superseded(command.ConferenceId, command.Revision);

        var answer = await taking.TakeAsync(command, booking, cancellationToken);
        if (answer is SlotUnavailable refusal)
            return await waiting.RefusedAsync(command, booking, refusal, cancellationToken);
        await waiting.LeaveAsync(booking, command.Revision, cancellationToken);
        booking.Rank(command);
        return answer;
    }

    private async Task<object?> DecideAsync(ConfirmSlot command, CancellationToken cancellationToken)
    {
        var booking = await BookingOfAsync(command.ConferenceId, cancellationToken);
        if (booking is not { HasSlot: true } || booking.Revision != command.Revision)
            return Refusals.NoHold(command.ConferenceId, command.Revision);
        if (booking.ExpiresAt <= clock.GetUtcNow())
            return Refusals.HoldExpired(command.ConferenceId, command.Revision);

        // What was asked for beside it may come later still, or wait: it must not take the place of what is final.
        await waiting.LeaveAsync(booking, LastGivenOut(command), cancellationToken);
        booking.Confirm(LastGivenOut(command));
        return new SlotConfirmed { ConferenceId = command.ConferenceId, Revision = command.Revision };
    }

    private static int LastGivenOut(ConfirmSlot command) => Math.Max(command.Revision, command.Attempt);

    private async Task<ConferenceBooking?> BookingOfAsync(Guid conferenceId, CancellationToken cancellationToken) =>
        await store.Bookings.FindAsync([conferenceId], cancellationToken);

    private ConferenceBooking Begin(Guid conferenceId)
    {
        var booking = new ConferenceBooking { ConferenceId = conferenceId };
        store.Add(booking);
        return booking;
    }
}
