using Conference.Contracts.Booking;
using Conference.Requests.Lifecycle.Commands;
using MassTransit;

namespace Conference.Requests.Lifecycle;

/// <summary>What becomes of a conference when there is not enough for all: it waits, makes way, or loses what it was promised.</summary>
public sealed partial class ConferenceLifecycle
{
    /// <summary>Something has come between a conference and its slot.</summary>
    public Event<SlotDisrupted> SlotDisrupted { get; } = null!;

    /// <summary>It has gone again.</summary>
    public Event<SlotStandsAgain> SlotStandsAgain { get; } = null!;

    /// <summary>A coordinator lets it wait for a slot, or wait no longer.</summary>
    public Event<WaitForSlot> WaitForSlot { get; } = null!;

    private void CorrelateScarcity()
    {
        Event(() => SlotDisrupted, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => SlotStandsAgain, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => WaitForSlot, e => e.CorrelateById(context => context.Message.ConferenceId));
    }

    private void WaitWhereThereIsNone()
    {
        During(Unplaced,
            When(SlotHeld, context => context.IsOffer())
                .IfElse(context => context.Saga.Waits(),
                    waits => waits.TakeSlot()
                        .IfElse(context => context.Saga.AwaitsSeries,
                            together => together.Enter(Reserved, _ => Why.Offered).TellSeries(),
                            alone => alone.SendInvitations().Enter(Inviting, _ => Why.Offered)),
                    stopped => stopped.DeclineOffer()),
            When(WaitForSlot)
                .IfElse(context => context.Message.Wait, wait => wait.BeginToWait(), stop => stop.StopWaiting()));

        During([Placing, Reserved, Inviting, AwaitingReplies, Replacing, Confirming, Confirmed, InSession, AwaitingRecord, Completed, Cancelled],
            When(WaitForSlot).Refuse());
    }

    private void LoseWhatWasPromised()
    {
        // The news of the disruption was faster than that of the slot: another is asked for before anybody hears of it.
        During(Placing, Replacing,
            When(SlotDisrupted, context => context.IsOfAttempt(context.Message.Revision) && context.CannotStay() && !context.IsOld())
                .Then(context => context.Saga.Attempt++)
                .HoldSlot()
                .MarkPending());

        // Nobody has heard of this time, so there is nothing to keep.
        During(Reserved,
            When(SlotDisrupted, context => context.IsInForce(context.Message.Revision) && context.CannotStay() && context.Message.Required && !context.IsOld())
                .LoseSlot()
                .PlaceAnew(context => Why.Disrupted(context.Message)));

        During(Inviting, AwaitingReplies, Confirming, Confirmed,
            When(SlotDisrupted, context => context.IsInForce(context.Message.Revision) && !context.IsOld())
                .IfElse(context => context.MustMove(),
                    move => move.MoveAway(),
                    stay => stay.If(context => context.CannotStay(), told => told.ReportDisruption())));

        During(Unplaced, Replacing,
            When(SlotDisrupted, context => context.Saga.Slot is not null && context.IsInForce(context.Message.Revision) && context.CannotStay() && !context.IsOld())
                .GiveUpReturn()
                .ReportDisruption());

        During([Unplaced, Inviting, AwaitingReplies, Replacing, Confirming, Confirmed],
            When(SlotStandsAgain, context => context.IsInForce(context.Message.Revision) && !context.IsOld())
                .KeepNews()
                .If(context => context.Saga.Disruption is not null, gone => gone
                    .Then(context => context.Saga.Disruption = null)
                    .Note(_ => Why.StandsAgain)));

        During([InSession, AwaitingRecord, Completed, Cancelled], Ignore(SlotDisrupted));
        During([Placing, Reserved, InSession, AwaitingRecord, Completed, Cancelled], Ignore(SlotStandsAgain));
    }
}
