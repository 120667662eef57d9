using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Polls;
using MassTransit;

namespace Conference.Requests.Lifecycle;

/// <summary>
/// A conference whose hospitals choose among several times. Placing asks Booking for candidates in place of a slot; once
/// one of them is decided on, Placing asks for that one, and the ordinary life goes on with the slot that is held.
/// </summary>
public sealed partial class ConferenceLifecycle
{
    /// <summary>候補日調整中: several times are held and hospitals mark them.</summary>
    public State Polling { get; } = null!;

    /// <summary>Booking holds candidates.</summary>
    public Event<CandidatesHeld> CandidatesHeld { get; } = null!;

    /// <summary>Booking gave one up.</summary>
    public Event<CandidateExpired> CandidateExpired { get; } = null!;

    /// <summary>Hospitals are being asked.</summary>
    public Event<PollSent> PollSent { get; } = null!;

    /// <summary>A hospital marked the candidates.</summary>
    public Event<HospitalVoted> HospitalVoted { get; } = null!;

    /// <summary>A coordinator decides.</summary>
    public Event<DecidePoll> DecidePoll { get; } = null!;

    private void PutTimesToHospitals()
    {
        During(Placing, Replacing,
            When(CandidatesHeld, context => context.IsOfAttempt(context.Message.Revision))
                .TakeCandidates()
                .SendPoll()
                .Enter(Polling, context => PollWhy.Opened(context.Saga.Poll!))
                .MarkPending());

        During(Polling,
            When(PollSent, context => context.IsInForce(context.Message.Revision))
                .KnowHospitalsAreAsked(),
            When(HospitalVoted, context => context.Saga.IsNewVote(context.Message))
                .KeepVote()
                .DecideWhenAllVoted(),
            When(NextMoment.Received)
                .TakeMoment()
                .SendDueReminder()
                .IfElse(context => context.IsOver(), over => over.CloseAtDeadline(), early => early.SetNextMoment()),
            When(CandidateExpired, context => context.Saga.IsHeldCandidate(context.Message))
                .DropCandidate()
                .If(context => !context.Saga.HoldsTime(), none => none
                    .Then(context => context.Saga.Attempt++)
                    .TakeBackTime()
                    .Then(context => context.Saga.Explanation = PollWhy.CandidatesGone(context.Message.Why))
                    .Enter(Unplaced, context => context.Saga.Explanation!.Summary))
                .DecideWhenAllVoted(),
            When(Reschedule)
                .ProposeAnotherTime()
                .FindSlot(_ => Why.Rescheduled),
            When(Amend)
                .IfElse(context => context.NobodyNeedsToKnow(),
                    ours => ours.AmendInPlace().DecideWhenAllVoted(),
                    theirs => theirs.ProposeAmendment().FindSlot(_ => Why.Amended)),
            When(Cancel)
                .CallOff(_ => Why.Cancelled),
            When(WithdrawOccurrence)
                .CallOff(_ => Why.SeriesNotHeld),
            When(HospitalAnswered, context => context.Saga.IsNews(context.Message))
                .KeepAnswer(),
            When(ResendPending)
                .SendPoll()
                .MarkPending());

        // Asked by coordinators, who see the marks, also when the rule found no candidate.
        During(Polling, Unplaced,
            When(DecidePoll)
                .IfElse(context => context.Saga.CanDecide(context.Message, context.Now()),
                    possible => possible.MakeOptional().Decide(context => context.Message.Start, context => PollWhy.DecidedByCoordinator(context.Message.Start, Network)),
                    not => not.Refuse()));

        During(Replacing, Unplaced,
            When(HospitalVoted, context => context.Saga.IsNewVote(context.Message))
                .KeepVote());

        During(Replacing,
            When(CandidateExpired, context => context.Saga.IsHeldCandidate(context.Message))
                .DropCandidate());

        During(Placing,
            When(CandidateExpired, context => context.Saga.IsLostOnTheWay(context.Message))
                .DropCandidate());

        During(Unplaced,
            When(CandidateExpired, context => context.Saga.IsHeldCandidate(context.Message))
                .DropCandidate()
                .If(context => !context.Saga.HoldsTime(), none => none
                    .Then(context => context.Saga.Attempt++)
                    .TakeBackTime()
                    .Note(context => PollWhy.CandidatesGone(context.Message.Why).Summary)));

        During(Cancelled,
            When(CandidatesHeld)
                .ReleaseSlot());

        IgnoreWhatPollsNeedNoMore();
    }

    private void IgnoreWhatPollsNeedNoMore()
    {
        During(Polling, Ignore(Requested), Ignore(SlotHeld), Ignore(SlotUnavailable), Ignore(SlotConfirmed), Ignore(SlotHoldExpired), Ignore(InvitationsSent), Ignore(CandidatesHeld), Ignore(InviteToOccurrence));
        During(Polling, Ignore(SlotDisrupted), Ignore(SlotStandsAgain));
        During(Polling, When(ConfirmKeptSlot).Refuse(), When(AttendanceGiven).Refuse(), When(WaitForSlot).Refuse());
        During([Reserved, Unplaced, Inviting, AwaitingReplies, Confirming, Confirmed, InSession, AwaitingRecord, Completed], Ignore(CandidatesHeld));
        During([Reserved, Placing, Unplaced, Inviting, AwaitingReplies, Replacing, Confirming, Confirmed, InSession, AwaitingRecord, Completed, Cancelled], Ignore(PollSent));
        // A mark that comes after the decision is merged by Invitations and comes again as an answer to the time.
        During([Reserved, Placing, Inviting, AwaitingReplies, Confirming, Confirmed, InSession, AwaitingRecord, Completed, Cancelled], Ignore(HospitalVoted));
        During([Reserved, Inviting, AwaitingReplies, Confirming, Confirmed, InSession, AwaitingRecord, Completed, Cancelled], Ignore(CandidateExpired));
        During([Reserved, Placing, Inviting, AwaitingReplies, Replacing, Confirming, Confirmed, InSession, AwaitingRecord, Completed, Cancelled],
            When(DecidePoll, context => context.Saga.Poll?.Decided != context.Message.Start)
                .Refuse());
    }

    private void CorrelatePolls()
    {
        Event(() => CandidatesHeld, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => CandidateExpired, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => PollSent, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => HospitalVoted, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => DecidePoll, e => e.CorrelateById(context => context.Message.ConferenceId));
    }
}
