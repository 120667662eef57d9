using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Requests.Hospitals;
using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Polls;
using Conference.Requests.Requesting;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Lifecycle;

/// <summary>Finding a slot, moving to another, and giving it back.</summary>
internal static class PlacingBehaviors
{
    public static EventActivityBinder<ConferenceState, ConferenceRequested> TakeUp(this EventActivityBinder<ConferenceState, ConferenceRequested> binder) =>
        binder.Then(context =>
        {
            context.Saga.TakeUp(context.Message.Number, context.Message.Request, context.Message.RequestedBy, context.Message.RequestedAt);
            (context.Saga.SeriesId, context.Saga.AwaitsSeries) = (context.Message.SeriesId, context.Message.AwaitsSeries);
        });

    /// <summary>A coordinator was faster than the request's own message: the conference is taken up from its row, and that message comes too late.</summary>
    public static EventActivityBinder<ConferenceState, T> TakeUpEarly<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder
            .ThenAsync(async context =>
            {
                var accepted = await context.Store().Requests.AsNoTracking().SingleAsync(request => request.ConferenceId == context.Saga.CorrelationId, context.CancellationToken);
                context.Saga.TakeUp(accepted.Number, accepted.Request, accepted.RequestedBy, accepted.RequestedAt);
                (context.Saga.SeriesId, context.Saga.AwaitsSeries) = (accepted.SeriesId, accepted.AwaitsSeries);
            })
            .Enter(((ConferenceLifecycle)binder.StateMachine).Placing, context => Why.Requested(context.Saga.Number));

    /// <summary>Asks Booking for what is sought: a slot, candidates for a poll, or the candidate that it has led to.</summary>
    public static EventActivityBinder<ConferenceState, T> HoldSlot<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.IfElse(
            context => context.Saga.IsTakingCandidate(),
            one => one.Publish(context => context.Saga.TakeCandidate(context.Options(), context.Now())),
            other => other.IfElse(
                context => context.Saga.Sought().Poll is not null,
                several => several.Publish(context => context.Saga.HoldCandidates(context.Options(), context.Now())),
                any => any.Publish(context => context.Saga.HoldSlot(context.Options(), context.Now()))));

    public static EventActivityBinder<ConferenceState, T> ConfirmSlot<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.Publish(context => new ConfirmSlot { ConferenceId = context.Saga.CorrelationId, Revision = context.Saga.Revision, Attempt = context.Saga.Attempt });

    public static EventActivityBinder<ConferenceState, T> ReleaseSlot<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.Publish(context => new ReleaseSlot { ConferenceId = context.Saga.CorrelationId, Revision = context.Saga.Attempt });

    public static EventActivityBinder<ConferenceState, T> Confirm<T>(
        this EventActivityBinder<ConferenceState, T> binder, Func<BehaviorContext<ConferenceState, T>, Remark> why)
        where T : class =>
        binder.ConfirmSlot().Enter(((ConferenceLifecycle)binder.StateMachine).Confirming, why);

    /// <summary>The slot that Booking holds is the one in force from here on, and the move's request with it.</summary>
    public static EventActivityBinder<ConferenceState, SlotHeld> TakeSlot(this EventActivityBinder<ConferenceState, SlotHeld> binder) =>
        binder.ThenAsync(async context =>
        {
            var (state, held) = (context.Saga, context.Message);
            if (state.Slot is { } old && old.Start == held.Slot.Start && old.End == held.Slot.End)
                state.KeepTime(held.Revision);
            await context.AdoptMoveAsync();
            state.AdoptDecision(held);
            state.Slot = held.Slot;
            state.Revision = held.Revision;
            state.LeftOut = held.LeftOut;
            state.Reasons = held.Reasons;
            var because = state.Disruption is { Required: true } or { Cause: DisruptionCause.Outranked } ? Why.MovedBecause(state.Disruption) : null;
            (state.Disruption, state.WaitingSince) = (null, null);
            state.Warnings = [.. because is null ? Array.Empty<Remark>() : [because], .. TimeCheck.Warnings(state.Request, context.Machine().Network, await KnownHolidays.ReadAsync(context.Store(), context.CancellationToken)), .. held.Warnings, .. state.HostDoubt()];
            state.Explanation = null;
            state.ReplyBy = context.Machine().Moments.ReplyBy(context.Now(), held.Slot.Start, state.Request.ReplyWithinDays);
            state.RemindedUntil = context.Now();
        });

    /// <summary>The slot is gone, and with it the state that a move would have gone back to.</summary>
    public static EventActivityBinder<ConferenceState, T> LoseSlot<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.ThenAsync(async context =>
        {
            await context.AdoptMoveAsync();
            context.Saga.Slot = null;
            context.Saga.ReplyBy = null;
            context.Saga.DropDoubts();
            if (context.Saga.Poll is { IsOpen: true } poll)
                context.Saga.Poll = poll.Close();
            context.Saga.Disruption = null;
        });

    /// <summary>
    /// Nothing was found, and no time is in force: an earlier attempt that was overtaken gives back what it may have
    /// got, and nobody keeps a time that is no longer held. What is offered later must be newer than the taking back.
    /// </summary>
    public static EventActivityBinder<ConferenceState, SlotUnavailable> LeaveNothingHeld(this EventActivityBinder<ConferenceState, SlotUnavailable> binder) =>
        binder
            .Then(context => context.Saga.Poll = context.Saga.Poll?.Close())
            .Then(context => context.Saga.WaitingSince = context.Message.Waiting ? context.Saga.WaitingSince ?? context.Now() : null)
            .If(
                context => context.Saga.Attempt > 1,
                again => again.Publish(context => new ReleaseSlot { ConferenceId = context.Saga.CorrelationId, Revision = context.Saga.Attempt - 1 }))
            .IfElse(
                context => context.Saga.InvitedRevision > 0,
                invited => invited.TakeBackTime().JoinQueue(),
                unheard => unheard.If(context => !context.Message.Waiting, asked => asked.JoinQueue()));

    public static EventActivityBinder<ConferenceState, T> PlaceAnew<T>(
        this EventActivityBinder<ConferenceState, T> binder, Func<BehaviorContext<ConferenceState, T>, Remark> why)
        where T : class =>
        binder.Then(context => context.Saga.Attempt++).HoldSlot().Enter(((ConferenceLifecycle)binder.StateMachine).Placing, why);

    /// <summary>Asks for a slot at the next revision; one that is there is kept until then.</summary>
    public static EventActivityBinder<ConferenceState, T> FindSlot<T>(
        this EventActivityBinder<ConferenceState, T> binder, Func<BehaviorContext<ConferenceState, T>, Remark> why)
        where T : class =>
        binder.IfElse(
            context => !context.Saga.HoldsTime(),
            none => none.PlaceAnew(why),
            kept => kept.Then(context => context.Saga.Attempt++).HoldSlot().Enter(((ConferenceLifecycle)binder.StateMachine).Replacing, why));

    public static EventActivityBinder<ConferenceState, RescheduleConference> ProposeAnotherTime(this EventActivityBinder<ConferenceState, RescheduleConference> binder) =>
        binder.ThenAsync(context => context.ProposeAsync(
            context.Message.ApplyTo(context.Saga.Request), context.Saga.TitleId, keepTime: false, context.Message.Window is null ? null : context.Saga.Slot?.Time()));

    public static EventActivityBinder<ConferenceState, AmendConference> ProposeAmendment(this EventActivityBinder<ConferenceState, AmendConference> binder) =>
        binder.ThenAsync(async context =>
        {
            await context.ProposeAsync(context.Message.Request, context.Message.TitleId, keepTime: false, leave: null);
            if (context.Saga is { Move: { } move, Slot: { } slot } state)
                state.Move = move with { KeepTime = move.Request.Poll is null && slot.Fits(move.Request, context.Machine().Network) && !state.Avoided().Contains(slot.Time()) };
        });

    public static EventActivityBinder<ConferenceState, AmendConference> AmendInPlace(this EventActivityBinder<ConferenceState, AmendConference> binder) =>
        binder
            .Then(context =>
            {
                (context.Saga.Request, context.Saga.TitleId) = (context.Message.Request, context.Message.TitleId);
                context.Saga.DropQuorumDoubt();
            })
            .Note(_ => Why.AmendedInPlace);

    /// <summary>The time that all know is not free under the new terms: any other within them.</summary>
    public static EventActivityBinder<ConferenceState, SlotUnavailable> TryAnotherTime(this EventActivityBinder<ConferenceState, SlotUnavailable> binder) =>
        binder
            .Then(context =>
            {
                context.Saga.Move = context.Saga.Move! with { KeepTime = false };
                context.Saga.Attempt++;
            })
            .HoldSlot()
            .MarkPending();

    /// <summary>No slot for the move: everything stays as it was, and the coordinator is told why.</summary>
    public static EventActivityBinder<ConferenceState, SlotUnavailable> KeepOldSlot(this EventActivityBinder<ConferenceState, SlotUnavailable> binder) =>
        binder
            .ThenAsync(async context =>
            {
                var decliners = context.Saga.RequiredDecliners();
                if (context.Saga.Disruption is { Cause: DisruptionCause.Outranked })
                {
                    // Nobody asked for this move here: that it found nothing changes nothing.
                    context.Saga.Disruption = null;
                    return;
                }

                context.Saga.Explanation = decliners.Count == 0
                    ? context.Message.Explanation
                    : Why.NoTimeWithout(await context.NamesAsync(decliners), context.Message.Explanation, context.Saga, context.Machine().Network);
            })
            .Return(context => context.EndMove(), context => Why.MoveImpossible(context.Message.Explanation))
            .ResumeWhereItStood()
            .If(context => context.Saga.CurrentState == nameof(ConferenceLifecycle.Unplaced), none => none.JoinQueue());

    public static EventActivityBinder<ConferenceState, T> CallOff<T>(
        this EventActivityBinder<ConferenceState, T> binder, Func<BehaviorContext<ConferenceState, T>, Remark> why)
        where T : class =>
        binder
            .Then(context =>
            {
                var state = context.Saga;
                state.Attempt++;
                state.KeepTime(state.Attempt);
                state.Revision = state.Attempt;
                state.Move = null;
                (state.Disruption, state.WaitingSince) = (null, null);
                state.Poll = state.Slot is null ? state.Poll?.Close() : state.Poll;
            })
            .ReleaseSlot()
            .WithdrawInvitations()
            .Enter(((ConferenceLifecycle)binder.StateMachine).Cancelled, why)
            .TellSeries();

    // A move that went back to a passing state finds its command unanswered: asked again, it is answered again.
    private static EventActivityBinder<ConferenceState, T> ResumeWhereItStood<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder
            .If(context => context.Saga.CurrentState == nameof(ConferenceLifecycle.Inviting), inviting => inviting.SendInvitations())
            .If(context => context.Saga.CurrentState == nameof(ConferenceLifecycle.Confirming), confirming => confirming.ConfirmSlot())
            .If(context => context.Saga.CurrentState == nameof(ConferenceLifecycle.Polling), polling => polling.SendPoll().MarkPending().DecideWhenAllVoted())
            .If(context => context.QuorumCompleted(), met => met.Confirm(_ => Why.QuorumMet));

    private static void TakeUp(this ConferenceState state, string number, ConferenceRequest request, string by, DateTimeOffset at)
    {
        (state.Number, state.Request, state.TitleId) = (number, request, state.CorrelationId);
        (state.RequestedBy, state.RequestedAt, state.RemindedUntil) = (by, at, at);
        state.Attempt = state.Revision = 1;
    }

    private static async Task ProposeAsync<T>(this BehaviorContext<ConferenceState, T> context, ConferenceRequest request, Guid titleId, bool keepTime, TimeRange? leave)
        where T : class
    {
        var state = context.Saga;
        state.Move = new Move
        {
            Request = request,
            TitleId = titleId,
            ReturnTo = state.Move?.ReturnTo ?? state.CurrentState,
            KeepTime = keepTime,
            Leave = leave,
        };
        // Terms that hold no slot are given up for the new ones at once.
        if (!state.HoldsTime())
            await context.AdoptMoveAsync();
    }

    public static async Task AdoptMoveAsync(this BehaviorContext<ConferenceState> context)
    {
        if (context.Saga.Move is not { } move)
            return;
        context.Saga.Request = move.Request;
        context.Saga.TitleId = move.TitleId;
        context.Saga.Move = null;
        var store = context.Store();
        var known = await store.Involved.Where(involved => involved.ConferenceId == context.Saga.CorrelationId).ToListAsync(context.CancellationToken);
        var present = InvolvedHospital.Of(context.Saga.CorrelationId, move.Request).ToList();
        store.RemoveRange(known.Where(old => present.TrueForAll(involved => involved.HospitalId != old.HospitalId)));
        store.AddRange(present.Where(involved => known.TrueForAll(old => old.HospitalId != involved.HospitalId)));
    }

    private static string EndMove(this BehaviorContext<ConferenceState> context)
    {
        var state = context.Saga.Move!.ReturnTo;
        context.Saga.Move = null;
        return state;
    }
}
