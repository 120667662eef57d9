using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Platform.Time;
using Conference.Requests.Lifecycle.Commands;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Conference.Requests.Lifecycle;

/// <summary>
/// Carries one conference from the request to the record. Every command to another service names a revision and can
/// be repeated; every answer names the revision it belongs to, and one that is not of the revision waited for is late.
/// </summary>
public sealed class ConferenceLifecycle : MassTransitStateMachine<ConferenceState>
{
    /// <summary>Builds the machine; it holds nothing of any one conference.</summary>
    public ConferenceLifecycle(IOptions<RequestsOptions> options, NetworkTime network, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options.Value;
        Network = network;
        Clock = clock;
        Moments = new Moments(Options, network);

        InstanceState(state => state.CurrentState);
        Correlate();

        Initially(
            When(Requested)
                .TakeUp()
                .HoldSlot()
                .Enter(Placing, context => Why.Requested(context.Message.Number)));

        During(Placing, Replacing,
            When(SlotHeld, context => context.IsOfAttempt(context.Message.Revision))
                .TakeSlot()
                .SendInvitations()
                .Enter(Inviting, _ => Why.SlotHeld));

        During(Placing,
            When(SlotUnavailable, context => context.IsOfAttempt(context.Message.Revision))
                .Then(context => context.Saga.Explanation = context.Message.Explanation)
                .LeaveNothingHeld()
                .Enter(Unplaced, context => context.Message.Explanation.Summary));

        During(Replacing,
            When(SlotUnavailable, context => context.IsOfAttempt(context.Message.Revision))
                .IfElse(context => context.KeptTimeInVain(),
                    another => another.TryAnotherTime(),
                    none => none.KeepOldSlot()),
            When(SlotHoldExpired, context => context.IsInForce(context.Message.Revision))
                .LoseSlot()
                .Enter(Placing, _ => Why.HoldExpired));

        During(Inviting,
            When(InvitationsSent, context => context.IsInForce(context.Message.Revision))
                .WarnOfHospitalsWithoutContact()
                .Enter(AwaitingReplies, context => Why.InvitationsSent(context.Message.Mails))
                .If(context => context.Saga.QuorumMet(), met => met.Confirm(_ => Why.QuorumMet)));

        During(Inviting, AwaitingReplies, Confirming, Confirmed,
            When(HospitalAnswered, context => context.Saga.IsNews(context.Message))
                .KeepAnswer()
                .IfElse(context => context.RequiredDeclined(),
                    declined => declined.FindTimeWithoutDecline(),
                    other => other.If(context => context.QuorumCompleted(), met => met.Confirm(_ => Why.QuorumMet))));

        During(Placing, Unplaced, Replacing,
            When(HospitalAnswered, context => context.Saga.IsNews(context.Message))
                .KeepAnswer()
                .If(context => context.RequiredDeclined(), declined => declined.GiveUpOldTime()));

        During(AwaitingReplies,
            When(ConfirmKeptSlot)
                .Confirm(_ => Why.ConfirmedByCoordinator),
            When(NextMoment.Received)
                .TakeMoment()
                .SendDueReminder()
                .IfElse(context => context.IsOver(), over => over.DecideAtDeadline(), early => early.SetNextMoment()));

        During(Inviting, AwaitingReplies,
            When(SlotHoldExpired, context => context.IsInForce(context.Message.Revision))
                .LoseSlot()
                .PlaceAnew(_ => Why.HoldExpired));

        During(Confirming,
            When(SlotConfirmed, context => context.IsInForce(context.Message.Revision))
                .AnnounceConfirmation()
                .Enter(Confirmed, _ => Why.Confirmed),
            When(SlotUnavailable, context => context.IsInForce(context.Message.Revision))
                .LoseSlot()
                .PlaceAnew(_ => Why.HoldExpired),
            When(SlotHoldExpired, context => context.IsInForce(context.Message.Revision))
                .LoseSlot()
                .PlaceAnew(_ => Why.HoldExpired));

        During(Unplaced,
            When(SlotHoldExpired, context => context.IsInForce(context.Message.Revision))
                .LoseSlot()
                .Then(context => context.Saga.Attempt++)
                .TakeBackTime()
                .Note(_ => Why.TimeTakenBack),
            When(ConfirmKeptSlot)
                .IfElse(context => context.Saga.Slot is not null,
                    kept => kept.Confirm(_ => Why.ConfirmedByCoordinator),
                    gone => gone.Refuse()),
            When(NextMoment.Received)
                .TakeMoment()
                .IfElse(context => context.IsOver(), over => over.CallOff(_ => Why.NeverPlaced), early => early.SetNextMoment()));

        During(Confirmed,
            When(NextMoment.Received)
                .TakeMoment()
                .SendDueReminder()
                .IfElse(context => context.IsOver(), over => over.Enter(InSession, _ => Why.Started), early => early.SetNextMoment()));

        During(InSession,
            When(NextMoment.Received)
                .TakeMoment()
                .IfElse(context => context.IsOver(), over => over.EndSession(), early => early.SetNextMoment()),
            When(AttendanceGiven)
                .KeepAttendance()
                .Note(_ => Why.AttendanceRecorded));

        During(AwaitingRecord,
            When(AttendanceGiven)
                .KeepAttendance()
                .Enter(Completed, _ => Why.AttendanceRecorded),
            When(NextMoment.Received)
                .TakeMoment()
                .IfElse(context => context.IsOver(), over => over.Enter(Completed, _ => Why.NeverRecorded), early => early.SetNextMoment()));

        During(Completed,
            When(AttendanceGiven)
                .KeepAttendance()
                .Note(_ => Why.AttendanceCorrected));

        During([Placing, Unplaced, Inviting, AwaitingReplies, Replacing, Confirming, Confirmed],
            When(Reschedule)
                .ProposeAnotherTime()
                .FindSlot(_ => Why.Rescheduled));

        During(Inviting, AwaitingReplies, Confirming, Confirmed,
            When(Amend)
                .IfElse(context => context.NobodyNeedsToKnow(),
                    ours => ours.AmendInPlace()
                        .If(context => context.QuorumCompleted(), met => met.Confirm(_ => Why.QuorumMet)),
                    theirs => theirs.ProposeAmendment().FindSlot(_ => Why.Amended)));

        During(Placing, Unplaced, Replacing,
            When(Amend)
                .ProposeAmendment()
                .FindSlot(_ => Why.Amended));

        During([Placing, Unplaced, Inviting, AwaitingReplies, Replacing, Confirming, Confirmed, InSession],
            When(Cancel)
                .CallOff(_ => Why.Cancelled));

        // A slot that was found for a conference called off meanwhile.
        During(Cancelled,
            When(SlotHeld)
                .ReleaseSlot());

        During(Placing, Replacing, When(ResendPending).HoldSlot().MarkPending());
        During(Inviting, When(ResendPending).SendInvitations().MarkPending());
        During(Confirming, When(ResendPending).ConfirmSlot().MarkPending());

        RefuseWhatCameTooLate();
        IgnoreWhatIsRepeatedOrLate();
    }

    /// <summary>調整中: Booking is asked for a slot.</summary>
    public State Placing { get; } = null!;

    /// <summary>調整不可: the coordinator decides.</summary>
    public State Unplaced { get; } = null!;

    /// <summary>案内準備中: invitations are being queued.</summary>
    public State Inviting { get; } = null!;

    /// <summary>回答待ち.</summary>
    public State AwaitingReplies { get; } = null!;

    /// <summary>再調整中: another slot is sought, the old one kept.</summary>
    public State Replacing { get; } = null!;

    /// <summary>確定処理中: Booking is asked to make the slot final.</summary>
    public State Confirming { get; } = null!;

    /// <summary>確定・案内済.</summary>
    public State Confirmed { get; } = null!;

    /// <summary>開催中.</summary>
    public State InSession { get; } = null!;

    /// <summary>記録待ち.</summary>
    public State AwaitingRecord { get; } = null!;

    /// <summary>開催済.</summary>
    public State Completed { get; } = null!;

    /// <summary>中止.</summary>
    public State Cancelled { get; } = null!;

    /// <summary>A request was accepted.</summary>
    public Event<ConferenceRequested> Requested { get; } = null!;

    /// <summary>Booking holds a slot.</summary>
    public Event<SlotHeld> SlotHeld { get; } = null!;

    /// <summary>Booking has none.</summary>
    public Event<SlotUnavailable> SlotUnavailable { get; } = null!;

    /// <summary>Booking made the slot final.</summary>
    public Event<SlotConfirmed> SlotConfirmed { get; } = null!;

    /// <summary>Booking gave a hold up.</summary>
    public Event<SlotHoldExpired> SlotHoldExpired { get; } = null!;

    /// <summary>Invitations are on their way.</summary>
    public Event<InvitationsSent> InvitationsSent { get; } = null!;

    /// <summary>A hospital answered.</summary>
    public Event<HospitalAnswered> HospitalAnswered { get; } = null!;

    /// <summary>A coordinator wants another time.</summary>
    public Event<RescheduleConference> Reschedule { get; } = null!;

    /// <summary>A coordinator wants something else.</summary>
    public Event<AmendConference> Amend { get; } = null!;

    /// <summary>A coordinator calls it off.</summary>
    public Event<CancelConference> Cancel { get; } = null!;

    /// <summary>A coordinator takes the slot that is held, whoever has answered.</summary>
    public Event<ConfirmKeptSlot> ConfirmKeptSlot { get; } = null!;

    /// <summary>A coordinator says who took part.</summary>
    public Event<RecordAttendance> AttendanceGiven { get; } = null!;

    /// <summary>The sweep found it waiting.</summary>
    public Event<ResendPendingCommand> ResendPending { get; } = null!;

    /// <summary>The one timer.</summary>
    public Schedule<ConferenceState, MomentArrived> NextMoment { get; } = null!;

    internal RequestsOptions Options { get; }

    internal NetworkTime Network { get; }

    internal TimeProvider Clock { get; }

    internal Moments Moments { get; }

    private void Correlate()
    {
        Event(() => Requested, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => SlotHeld, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => SlotUnavailable, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => SlotConfirmed, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => SlotHoldExpired, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => InvitationsSent, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => HospitalAnswered, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => ResendPending, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => Reschedule, e => e.CorrelateById(context => context.Message.ConferenceId).OnMissingInstance(NotYet));
        Event(() => Amend, e => e.CorrelateById(context => context.Message.ConferenceId).OnMissingInstance(NotYet));
        Event(() => Cancel, e => e.CorrelateById(context => context.Message.ConferenceId).OnMissingInstance(NotYet));
        Event(() => ConfirmKeptSlot, e => e.CorrelateById(context => context.Message.ConferenceId).OnMissingInstance(NotYet));
        Event(() => AttendanceGiven, e => e.CorrelateById(context => context.Message.ConferenceId).OnMissingInstance(NotYet));
        Schedule(() => NextMoment, state => state.NextMomentToken, s => s.Received = e => e.CorrelateById(context => context.Message.ConferenceId));
    }

    // A coordinator can be faster than the request's own message: the retry finds the conference.
    private static IPipe<ConsumeContext<T>> NotYet<T>(IMissingInstanceConfigurator<ConferenceState, T> missing) where T : class =>
        missing.Execute(_ => throw new InvalidOperationException("The conference has not been taken up yet."));

    private void RefuseWhatCameTooLate()
    {
        During(InSession, AwaitingRecord, Completed, Cancelled, When(Reschedule).Refuse(), When(Amend).Refuse());
        During(AwaitingRecord, Completed, When(Cancel).Refuse());
        During(Placing, Inviting, Replacing, When(ConfirmKeptSlot).Refuse());
        During(InSession, AwaitingRecord, Completed, Cancelled, When(ConfirmKeptSlot).Refuse());
        During([Placing, Unplaced, Inviting, AwaitingReplies, Replacing, Confirming, Confirmed, Cancelled], When(AttendanceGiven).Refuse());
    }

    private void IgnoreWhatIsRepeatedOrLate()
    {
        During([Placing, Unplaced, Inviting, AwaitingReplies, Replacing, Confirming, Confirmed, InSession, AwaitingRecord, Completed, Cancelled], Ignore(Requested));
        During([Unplaced, Inviting, AwaitingReplies, Confirming, Confirmed, InSession, AwaitingRecord, Completed], Ignore(SlotHeld));
        During([Unplaced, Inviting, AwaitingReplies, Confirmed, InSession, AwaitingRecord, Completed, Cancelled], Ignore(SlotUnavailable));
        During([Placing, Unplaced, Inviting, AwaitingReplies, Replacing, Confirmed, InSession, AwaitingRecord, Completed, Cancelled], Ignore(SlotConfirmed));
        During([Placing, Confirmed, InSession, AwaitingRecord, Completed, Cancelled], Ignore(SlotHoldExpired));
        During([Placing, Unplaced, AwaitingReplies, Replacing, Confirming, Confirmed, InSession, AwaitingRecord, Completed, Cancelled], Ignore(InvitationsSent));
        During(InSession, AwaitingRecord, Completed, Cancelled, Ignore(HospitalAnswered));
        During(Confirming, Confirmed, Ignore(ConfirmKeptSlot));
        During(Cancelled, Ignore(Cancel));
        During([Unplaced, AwaitingReplies, Confirmed, InSession, AwaitingRecord, Completed, Cancelled], Ignore(ResendPending));
        During([Placing, Inviting, Replacing, Confirming, Completed, Cancelled], Ignore(NextMoment.Received));
    }
}
