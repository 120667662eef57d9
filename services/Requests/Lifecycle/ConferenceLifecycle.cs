using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Platform.Time;
using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Polls;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Conference.Requests.Lifecycle;

/// <summary>
/// Carries one conference from the request to the record. Every command to another service names a revision and can
/// be repeated; every answer names the revision it belongs to, and one that is not of the revision waited for is late.
/// </summary>
public sealed partial class ConferenceLifecycle : MassTransitStateMachine<ConferenceState>
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
        ConnectEventObserver(new TellOthers());
        Correlate();
        CorrelateScarcity();
        CorrelatePolls();

        Initially(
            When(Requested)
                .TakeUp()
                .HoldSlot()
                .Enter(Placing, context => Why.Requested(context.Message.Number)),
            When(Cancel)
                .TakeUpEarly()
                .CallOff(_ => Why.Cancelled),
            When(Reschedule)
                .TakeUpEarly()
                .ProposeAnotherTime()
                .FindSlot(_ => Why.Rescheduled),
            When(Amend)
                .TakeUpEarly()
                .ProposeAmendment()
                .FindSlot(_ => Why.Amended));

        During(Placing, Replacing,
            When(SlotHeld, context => context.IsOfAttempt(context.Message.Revision))
                .TakeSlot()
                .IfElse(context => context.Saga.AwaitsSeries,
                    together => together.Enter(Reserved, _ => Why.SlotReserved).TellSeries(),
                    alone => alone.SendInvitations().Enter(Inviting, _ => Why.SlotHeld)));

        During(Placing,
            When(SlotUnavailable, context => context.IsOfAttempt(context.Message.Revision))
                .IfElse(context => context.Saga.HasOthersToChoose(context.Message),
                    others => others.GoOnWithOthers(),
                    none => none
                        .Then(context => context.Saga.Explanation = context.Message.Explanation)
                        .LeaveNothingHeld()
                        .Enter(Unplaced, context => context.Message.Explanation.Summary)
                        .TellSeries()));

        During(Reserved,
            When(InviteToOccurrence)
                .JoinInvited()
                .SendInvitations()
                .Enter(Inviting, _ => Why.SeriesHeld),
            When(SlotHoldExpired, context => context.IsInForce(context.Message.Revision))
                .LoseSlot()
                .PlaceAnew(_ => Why.HoldExpired));

        // Its hold ran out in the moment when all were held: it need not wait for the others any more.
        During(Placing, Unplaced,
            When(InviteToOccurrence)
                .Then(context => context.Saga.AwaitsSeries = false));

        During(Reserved, Placing, Unplaced,
            When(WithdrawOccurrence)
                .CallOff(_ => Why.SeriesNotHeld));

        During(Replacing,
            When(SlotUnavailable, context => context.IsOfAttempt(context.Message.Revision))
                .IfElse(context => context.KeptTimeInVain(),
                    another => another.TryAnotherTime(),
                    none => none.IfElse(context => context.HasAnotherThanInForce(),
                        left => left.GoBack(),
                        kept => kept.KeepOldSlot())),
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
                .IfElse(context => context.SawTimeInForce(),
                    seen => seen.Then(context => context.Saga.DropDoubts()).Confirm(_ => Why.ConfirmedByCoordinator),
                    other => other.Note(_ => Why.OtherTime)),
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
            When(SlotUnavailable, context => context.IsInForce(context.Message.Revision) && !context.Message.Waiting)
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
                .If(context => context.Saga.WaitingSince is not null, waits => waits.JoinQueue())
                .Note(_ => Why.TimeTakenBack),
            When(ConfirmKeptSlot)
                .IfElse(context => context.Saga.Slot is not null && context.SawTimeInForce(),
                    kept => kept.LeaveQueue().Confirm(_ => Why.ConfirmedByCoordinator),
                    gone => gone.Refuse()),
            When(NextMoment.Received)
                .TakeMoment()
                .IfElse(context => context.IsOver(), over => over.CallOff(_ => Why.NeverPlaced), early => early.SetNextMoment()));

        During(Confirmed,
            When(ConfirmKeptSlot)
                .IfElse(context => context.SawTimeInForce(),
                    seen => seen.If(context => context.Saga.Doubtful().Count > 0, doubt => doubt
                        .Then(context => context.Saga.DropDoubts())
                        .Note(_ => Why.HeldAllTheSame)),
                    other => other.Note(_ => Why.OtherTime)),
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

        During([Placing, Reserved, Unplaced, Inviting, AwaitingReplies, Replacing, Confirming, Confirmed, InSession],
            When(Cancel)
                .CallOff(_ => Why.Cancelled));

        // A slot that was found for a conference called off meanwhile.
        During(Cancelled,
            When(SlotHeld)
                .ReleaseSlot());

        During(Placing, Replacing, When(ResendPending).HoldSlot().MarkPending());
        During(Reserved, When(ResendPending).TellSeries().MarkPending());
        During(Inviting, When(ResendPending).SendInvitations().MarkPending());
        During(Confirming, When(ResendPending).ConfirmSlot().MarkPending());

        WaitWhereThereIsNone();
        LoseWhatWasPromised();
        PutTimesToHospitals();
        RefuseWhatCameTooLate();
        IgnoreWhatIsRepeatedOrLate();
    }

    internal RequestsOptions Options { get; }

    internal NetworkTime Network { get; }

    internal TimeProvider Clock { get; }

    internal Moments Moments { get; }
}
