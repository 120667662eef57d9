using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Requests.Lifecycle.Commands;
using MassTransit;

namespace Conference.Requests.Lifecycle;

/// <summary>The states and events, and how an event finds its conference.</summary>
public sealed partial class ConferenceLifecycle
{
    /// <summary>調整中: Booking is asked for a slot.</summary>
    public State Placing { get; } = null!;

    /// <summary>枠確保済: an occurrence of a series that waits for the others to be held.</summary>
    public State Reserved { get; } = null!;

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

    /// <summary>All of its series are held.</summary>
    public Event<InviteToOccurrence> InviteToOccurrence { get; } = null!;

    /// <summary>Not all of its series could be held.</summary>
    public Event<WithdrawOccurrence> WithdrawOccurrence { get; } = null!;

    /// <summary>The sweep found it waiting.</summary>
    public Event<ResendPendingCommand> ResendPending { get; } = null!;

    /// <summary>The one timer.</summary>
    public Schedule<ConferenceState, MomentArrived> NextMoment { get; } = null!;

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
        Event(() => Reschedule, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => Amend, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => Cancel, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => ConfirmKeptSlot, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => InviteToOccurrence, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => WithdrawOccurrence, e => e.CorrelateById(context => context.Message.ConferenceId));
        Event(() => AttendanceGiven, e => e.CorrelateById(context => context.Message.ConferenceId));
        Schedule(() => NextMoment, state => state.NextMomentToken, s => s.Received = e => e.CorrelateById(context => context.Message.ConferenceId));
    }
}
