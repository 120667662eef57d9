namespace Conference.Requests.Lifecycle;

/// <summary>What comes when it is of no use any more: refused where a person waits, ignored by name where none does.</summary>
public sealed partial class ConferenceLifecycle
{
    private void RefuseWhatCameTooLate()
    {
        During([Reserved, InSession, AwaitingRecord, Completed, Cancelled], When(Reschedule).Refuse(), When(Amend).Refuse());
        During(AwaitingRecord, Completed, When(Cancel).Refuse());
        During(Placing, Reserved, Inviting, Replacing, When(ConfirmKeptSlot).Refuse());
        During(InSession, AwaitingRecord, Completed, Cancelled, When(ConfirmKeptSlot).Refuse());
        During([Placing, Reserved, Unplaced, Inviting, AwaitingReplies, Replacing, Confirming, Confirmed, Cancelled], When(AttendanceGiven).Refuse());
    }

    private void IgnoreWhatIsRepeatedOrLate()
    {
        During([Reserved, Placing, Unplaced, Inviting, AwaitingReplies, Replacing, Confirming, Confirmed, InSession, AwaitingRecord, Completed, Cancelled], Ignore(Requested));
        During([Reserved, Inviting, AwaitingReplies, Confirming, Confirmed, InSession, AwaitingRecord, Completed], Ignore(SlotHeld));
        During([Reserved, Unplaced, Inviting, AwaitingReplies, Confirmed, InSession, AwaitingRecord, Completed, Cancelled], Ignore(SlotUnavailable));
        During([Reserved, Placing, Unplaced, Inviting, AwaitingReplies, Replacing, Confirmed, InSession, AwaitingRecord, Completed, Cancelled], Ignore(SlotConfirmed));
        During([Placing, Confirmed, InSession, AwaitingRecord, Completed, Cancelled], Ignore(SlotHoldExpired));
        During([Reserved, Placing, Unplaced, AwaitingReplies, Replacing, Confirming, Confirmed, InSession, AwaitingRecord, Completed, Cancelled], Ignore(InvitationsSent));
        During([Reserved, InSession, AwaitingRecord, Completed, Cancelled], Ignore(HospitalAnswered));
        During(Confirming, Ignore(ConfirmKeptSlot));
        During(Cancelled, Ignore(Cancel));
        During([Inviting, AwaitingReplies, Replacing, Confirming, Confirmed, InSession, AwaitingRecord, Completed, Cancelled], Ignore(InviteToOccurrence));
        During([Inviting, AwaitingReplies, Replacing, Confirming, Confirmed, InSession, AwaitingRecord, Completed, Cancelled], Ignore(WithdrawOccurrence));
        During([Unplaced, AwaitingReplies, Confirmed, InSession, AwaitingRecord, Completed, Cancelled], Ignore(ResendPending));
        During([Reserved, Placing, Inviting, Replacing, Confirming, Completed, Cancelled], Ignore(NextMoment.Received));
    }
}
