using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Timeline;
using MassTransit;

namespace Conference.Requests.Lifecycle;

/// <summary>How the lifecycle goes on: every step is written to the timeline, told to the others, and sets the one timer.</summary>
internal static class HistoryBehaviors
{
    /// <summary>Goes to a state, writes why, tells the others and sets the timer.</summary>
    public static EventActivityBinder<ConferenceState, T> Enter<T>(
        this EventActivityBinder<ConferenceState, T> binder, State state, Func<BehaviorContext<ConferenceState, T>, Remark> why)
        where T : class =>
        binder.ThenAsync(context => EnterAsync(context, state, why(context))).SetNextMoment();

    /// <summary>As <see cref="Enter"/>, to a state that is known only when the message comes.</summary>
    public static EventActivityBinder<ConferenceState, T> Return<T>(
        this EventActivityBinder<ConferenceState, T> binder, Func<BehaviorContext<ConferenceState, T>, string> state, Func<BehaviorContext<ConferenceState, T>, Remark> why)
        where T : class =>
        binder.ThenAsync(context => EnterAsync(context, context.Machine().GetState(state(context)), why(context))).SetNextMoment();

    /// <summary>Writes what happened without leaving the state.</summary>
    public static EventActivityBinder<ConferenceState, T> Note<T>(
        this EventActivityBinder<ConferenceState, T> binder, Func<BehaviorContext<ConferenceState, T>, Remark> why)
        where T : class =>
        binder.Then(context => Record(context, context.Saga.CurrentState, why(context))).SetNextMoment();

    /// <summary>Writes that a coordinator's wish came when it could no longer be granted.</summary>
    public static EventActivityBinder<ConferenceState, T> Refuse<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.Then(context => Record(context, context.Saga.CurrentState, Why.TooLate(context.Saga.CurrentState)));

    public static EventActivityBinder<ConferenceState, T> SetNextMoment<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class
    {
        var machine = (ConferenceLifecycle)binder.StateMachine;
        return binder.If(
            context => machine.Moments.Next(context.Saga) != context.Saga.NextMoment,
            changed => changed
                .Then(context => context.Saga.NextMoment = machine.Moments.Next(context.Saga))
                .IfElse(
                    context => context.Saga.NextMoment is null,
                    none => none.Unschedule(machine.NextMoment),
                    some => some.Schedule(
                        machine.NextMoment,
                        context => new MomentArrived { ConferenceId = context.Saga.CorrelationId },
                        context => (context.Saga.NextMoment!.Value + EarlyOf(context)).UtcDateTime)));
    }

    /// <summary>
    /// The timer has fired and is set no more. Where it fired early, the clock of Timers is ahead of ours by so much: what
    /// is set next is set later by as much, or it would fire again and again until the moment comes.
    /// </summary>
    public static EventActivityBinder<ConferenceState, T> TakeMoment<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.Then(context =>
        {
            // The sweep rings too, and its ringing says nothing of a clock.
            if (context.GetSchedulingTokenId() is not null && context.Saga.NextMoment - context.Now() is { } early && early > TimeSpan.Zero)
                context.AddOrUpdatePayload(() => new Early(early), _ => new Early(early));
            context.Saga.NextMoment = null;
        });

    private static TimeSpan EarlyOf<T>(BehaviorContext<ConferenceState, T> context) where T : class =>
        context.TryGetPayload(out Early? early) ? early.By : TimeSpan.Zero;

    public static EventActivityBinder<ConferenceState, T> MarkPending<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.Then(context => context.Saga.PendingSince = context.Now());

    public static void Record<T>(BehaviorContext<ConferenceState, T> context, string? from, Remark why) where T : class
    {
        var (state, now) = (context.Saga, context.Now());
        // The first step is always the request's, also where an act took it up.
        var first = state.Version == 0;
        context.Store().Add(new TimelineRow
        {
            ConferenceId = state.CorrelationId,
            At = now,
            From = from,
            To = state.CurrentState,
            Revision = state.Revision,
            Code = why.Code,
            Ja = why.Ja,
            En = why.En,
            By = first ? state.RequestedBy : context.By(),
            NoteId = first ? null : (context.Message as CancelConference)?.ReasonId,
        });
        state.Version++;
        TellOthers.Of(context, now);
    }

    private static async Task EnterAsync<T>(BehaviorContext<ConferenceState, T> context, State state, Remark why) where T : class
    {
        var machine = context.Machine();
        var from = context.Saga.CurrentState is "" || context.Saga.CurrentState == machine.Initial.Name ? null : context.Saga.CurrentState;
        await context.TransitionToState(state);
        context.Saga.PendingSince = state == machine.Placing || state == machine.Reserved || state == machine.Inviting || state == machine.Replacing || state == machine.Confirming
            ? context.Now()
            : null;
        Record(context, from, why);
    }

    private sealed record Early(TimeSpan By);
}
