using Conference.Contracts.Booking;
using Conference.Contracts.Requests;
using Conference.Requests.Lifecycle.Commands;
using MassTransit;

namespace Conference.Requests.Lifecycle;

/// <summary>Waiting for a slot, and getting away from one that cannot be kept.</summary>
internal static class ScarcityBehaviors
{
    /// <summary>Whether the conference may wait: not for the one time that it has and that was declined, nor for times to choose from.</summary>
    public static bool MayWait(this ConferenceState state) => state.Request is { Wait: true, Poll: null } && (state.Request.Window is not null || state.Slot is null);

    /// <summary>Whether Booking holds a slot for what is waited for. The one in force may be told of again.</summary>
    public static bool IsOffer(this BehaviorContext<ConferenceState, SlotHeld> context) =>
        context.IsOfAttempt(context.Message.Revision) && (context.Saga.Slot is null || !context.IsInForce(context.Message.Revision));

    /// <summary>Whether it was said before something else that is known already: messages may overtake each other.</summary>
    public static bool IsOld(this BehaviorContext<ConferenceState, SlotDisrupted> context) =>
        context.Message.Order > 0 && context.News() is var news && context.Message.Order < Math.Max(news.Disrupted, news.StandsAgain);

    /// <summary>Whether what has come between, as far as it is known, was said later.</summary>
    public static bool IsOld(this BehaviorContext<ConferenceState, SlotStandsAgain> context) =>
        context.Message.Order > 0 && context.Message.Order < context.News().Disrupted;

    /// <summary>Whether it is more than a wish of others.</summary>
    public static bool CannotStay(this BehaviorContext<ConferenceState, SlotDisrupted> context) => context.Message.Cause != DisruptionCause.Outranked;

    /// <summary>
    /// Whether the conference moves by itself. For others only while its time is not final; from what it cannot stay at
    /// always, except that a final time within the freeze is the coordinator's to change.
    /// </summary>
    public static bool MustMove(this BehaviorContext<ConferenceState, SlotDisrupted> context)
    {
        var final = context.Saga.CurrentState is nameof(ConferenceLifecycle.Confirming) or nameof(ConferenceLifecycle.Confirmed);
        return context.CannotStay() ? context.Message.Required && !(final && context.Message.Frozen) : !final;
    }

    /// <summary>Asks for a slot at a revision of its own and waits for it where there is none; the conference stays where it stands.</summary>
    public static EventActivityBinder<ConferenceState, T> JoinQueue<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.If(
            context => context.Saga.MayWait(),
            wait => wait
                .Then(context =>
                {
                    context.Saga.Attempt++;
                    context.Saga.WaitingSince ??= context.Now();
                })
                .HoldSlot());

    public static EventActivityBinder<ConferenceState, WaitForSlot> BeginToWait(this EventActivityBinder<ConferenceState, WaitForSlot> binder) =>
        binder
            .Then(context => context.Saga.Request = context.Saga.Request with { Wait = true })
            .If(context => context.Saga.WaitingSince is null && context.Saga.MayWait(), wait => wait.JoinQueue().Note(_ => Why.Waits));

    public static EventActivityBinder<ConferenceState, WaitForSlot> StopWaiting(this EventActivityBinder<ConferenceState, WaitForSlot> binder) =>
        binder
            .Then(context => context.Saga.Request = context.Saga.Request with { Wait = false })
            .If(context => context.Saga.WaitingSince is not null, waits => waits.LeaveQueue().Note(_ => Why.WaitsNoLonger));

    public static EventActivityBinder<ConferenceState, T> LeaveQueue<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.If(
            context => context.Saga.WaitingSince is not null,
            waits => waits
                .Then(context => context.Saga.WaitingSince = null)
                .Publish(context => new StopWaiting { ConferenceId = context.Saga.CorrelationId, Revision = context.Saga.Attempt }));

    /// <summary>Another slot, the same time first where only a site or a port has gone; the old one is kept until then.</summary>
    public static EventActivityBinder<ConferenceState, SlotDisrupted> MoveAway(this EventActivityBinder<ConferenceState, SlotDisrupted> binder) =>
        binder
            .KeepDisruption()
            .Then(context => context.Saga.Move = new Move
            {
                Request = context.Saga.Request,
                TitleId = context.Saga.TitleId,
                ReturnTo = context.CannotStay() ? nameof(ConferenceLifecycle.Unplaced) : context.Saga.CurrentState,
                KeepTime = context.CannotStay(),
                Leave = context.Message.Leave,
            })
            .FindSlot(context => Why.Disrupted(context.Message));

    /// <summary>The time stays as it is; the coordinator is told, and decides.</summary>
    public static EventActivityBinder<ConferenceState, SlotDisrupted> ReportDisruption(this EventActivityBinder<ConferenceState, SlotDisrupted> binder) =>
        binder.KeepDisruption().Note(context => Why.Disrupted(context.Message));

    /// <summary>A move that finds nothing has no time to go back to any more, unless that is the coordinator's to give up.</summary>
    public static EventActivityBinder<ConferenceState, SlotDisrupted> GiveUpReturn(this EventActivityBinder<ConferenceState, SlotDisrupted> binder) =>
        binder.Then(context =>
        {
            var final = context.Saga.Move?.ReturnTo is nameof(ConferenceLifecycle.Confirming) or nameof(ConferenceLifecycle.Confirmed);
            if (context.Saga.Move is { } move && context.Message.Required && !(final && context.Message.Frozen))
                context.Saga.Move = move with { ReturnTo = nameof(ConferenceLifecycle.Unplaced) };
        });

    /// <summary>Whether Booking has left the slot or the candidates in force for an attempt that was overtaken.</summary>
    public static bool HasAnotherThanInForce(this BehaviorContext<ConferenceState, SlotUnavailable> context) =>
        context.Message.KeptRevision is { } kept && kept != context.Saga.Revision;

    /// <summary>
    /// The slot that hospitals know, or the candidates, were left for those of a move that another overtook: the way back
    /// is asked for like any slot, the time they know first. Where there is none either, they are told, and nothing stays held.
    /// </summary>
    public static EventActivityBinder<ConferenceState, SlotUnavailable> GoBack(this EventActivityBinder<ConferenceState, SlotUnavailable> binder) =>
        binder.IfElse(
            context => context.Saga.Move is not { GoesBack: true },
            back => back.SeekWayBack().MarkPending(),
            lost => lost
                .Then(context => context.Saga.Explanation = context.Message.Explanation)
                .LoseSlot()
                .Then(context => context.Saga.Attempt++)
                .ReleaseSlot()
                .TakeBackTime()
                .Enter(((ConferenceLifecycle)binder.StateMachine).Unplaced, context => context.Message.Explanation.Summary)
                .JoinQueue());

    /// <summary>
    /// An offer that crossed the coordinator's word to wait no longer goes back. Where it took the place of the slot in
    /// force, that one is sought again.
    /// </summary>
    public static EventActivityBinder<ConferenceState, SlotHeld> DeclineOffer(this EventActivityBinder<ConferenceState, SlotHeld> binder) =>
        binder.IfElse(
            context => context.Saga.Slot is null,
            none => none.ReleaseSlot(),
            left => left.SeekWayBack().Enter(((ConferenceLifecycle)binder.StateMachine).Replacing, _ => Why.OfferedTooLate));

    private static EventActivityBinder<ConferenceState, T> SeekWayBack<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder
            .Then(context =>
            {
                var state = context.Saga;
                state.Move = new Move { Request = state.Request, TitleId = state.TitleId, ReturnTo = nameof(ConferenceLifecycle.Unplaced), KeepTime = state.Slot is not null, GoesBack = true };
                state.Attempt++;
            })
            .HoldSlot();

    /// <summary>Remembers that it has gone, also where nothing is known to have come between: that news may come later.</summary>
    public static EventActivityBinder<ConferenceState, SlotStandsAgain> KeepNews(this EventActivityBinder<ConferenceState, SlotStandsAgain> binder) =>
        binder.Then(context => context.Saga.SlotNews = context.News() with { StandsAgain = Math.Max(context.News().StandsAgain, context.Message.Order) });

    private static SlotNews News(this BehaviorContext<ConferenceState> context) => context.Saga.SlotNews ?? SlotNews.None;

    private static EventActivityBinder<ConferenceState, SlotDisrupted> KeepDisruption(this EventActivityBinder<ConferenceState, SlotDisrupted> binder) =>
        binder.Then(context =>
        {
            context.Saga.SlotNews = context.News() with { Disrupted = Math.Max(context.News().Disrupted, context.Message.Order) };
            context.Saga.Disruption = new Disruption
            {
                Cause = context.Message.Cause,
                Required = context.Message.Required,
                HospitalIds = context.Message.HospitalIds,
                Explanation = context.Message.Explanation,
                Since = context.Now(),
            };
        });
}
