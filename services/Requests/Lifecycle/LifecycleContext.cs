using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Platform.Storage;
using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Storage;
using MassTransit;

namespace Conference.Requests.Lifecycle;

/// <summary>What the lifecycle asks about the message in hand.</summary>
internal static class LifecycleContext
{
    public static ConferenceLifecycle Machine(this BehaviorContext<ConferenceState> context) => (ConferenceLifecycle)context.StateMachine;

    public static RequestsOptions Options(this BehaviorContext<ConferenceState> context) => context.Machine().Options;

    public static DateTimeOffset Now(this BehaviorContext<ConferenceState> context) => context.Machine().Clock.GetUtcNow();

    /// <summary>The store of the transaction in which the message is consumed.</summary>
    public static RequestsStore Store(this BehaviorContext<ConferenceState> context) => (RequestsStore)context.GetPayload<ServiceStore>();

    /// <summary>Whether an answer of Booking is to the command that is waited for.</summary>
    public static bool IsOfAttempt(this BehaviorContext<ConferenceState> context, int revision) => revision == context.Saga.Attempt;

    /// <summary>Whether a message is about the time in force.</summary>
    public static bool IsInForce(this BehaviorContext<ConferenceState> context, int revision) => revision == context.Saga.Revision;

    /// <summary>Whether a coordinator decides on the time that was seen.</summary>
    public static bool SawTimeInForce(this BehaviorContext<ConferenceState, ConfirmKeptSlot> context) =>
        context.Message.Revision is not { } seen || context.IsInForce(seen);

    public static bool IsOver(this BehaviorContext<ConferenceState> context) => context.Machine().Moments.IsOver(context.Saga, context.Now());

    public static bool RequiredDeclined(this BehaviorContext<ConferenceState, HospitalAnswered> context) =>
        context.Message.Answer == Answer.Declined && context.Saga.IsToTimeInForce(context.Message) && context.Saga.Requires(context.Message.HospitalId);

    /// <summary>Whether replies are awaited and enough have come. In Inviting the question waits until all are asked.</summary>
    public static bool QuorumCompleted(this BehaviorContext<ConferenceState> context) =>
        context.Saga.CurrentState == nameof(ConferenceLifecycle.AwaitingReplies) && context.Saga.QuorumMet();

    public static bool KeptTimeInVain(this BehaviorContext<ConferenceState> context) => context.Saga.Move is { KeepTime: true, Request.Window: not null };

    /// <summary>Whether an amendment changes only what no hospital was told: the title, the quorum, the policy, its class.</summary>
    public static bool NobodyNeedsToKnow(this BehaviorContext<ConferenceState, AmendConference> context)
    {
        var (old, amended) = (context.Saga.Request, context.Message.Request);
        return Json.Same(old with { Title = amended.Title, Quorum = amended.Quorum, OnDeadline = amended.OnDeadline, Priority = amended.Priority, Wait = amended.Wait }, amended);
    }

    /// <summary>Who or what caused this, for the history.</summary>
    public static string By<T>(this BehaviorContext<ConferenceState, T> context) where T : class => context.Message switch
    {
        ConferenceRequested requested => requested.RequestedBy,
        HospitalAnswered answered => answered.HospitalId,
        HospitalVoted voted => voted.HospitalId,
        DecidePoll decision => decision.By,
        CancelConference cancel => cancel.By,
        RescheduleConference reschedule => reschedule.By,
        AmendConference amend => amend.By,
        ConfirmKeptSlot confirm => confirm.By,
        WaitForSlot wait => wait.By,
        RecordAttendance record => record.By,
        _ => "system",
    };
}
