using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Requests.Polls;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Lifecycle;

/// <summary>Telling hospitals, and what their answers mean.</summary>
internal static class InvitingBehaviors
{
    public static EventActivityBinder<ConferenceState, T> SendInvitations<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder
            .Then(context => context.Saga.InvitedRevision = context.Saga.Revision)
            .Publish(context => new SendInvitations
            {
                ConferenceId = context.Saga.CorrelationId,
                Revision = context.Saga.Revision,
                Brief = Brief(context.Saga),
                Hospitals =
                [
                    .. context.Saga.Hospitals()
                        .Where(hospital => !context.Saga.LeftOut.Contains(hospital.HospitalId))
                        .Select(hospital => new InvitedHospital { HospitalId = hospital.HospitalId, Required = hospital.Required, Role = hospital.Role }),
                ],
                PollRevision = context.Saga.PollOf(context.Saga.Revision)?.Revision,
                Counted = context.Saga.CountedMarks(),
            });

    public static EventActivityBinder<ConferenceState, T> WithdrawInvitations<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.If(
            context => context.Saga.InvitedRevision > 0,
            invited => invited.Publish(context => new WithdrawInvitations { ConferenceId = context.Saga.CorrelationId, Revision = context.Saga.Attempt }));

    /// <summary>Tells those who were invited that the time is off while another is still wanted.</summary>
    public static EventActivityBinder<ConferenceState, T> TakeBackTime<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.If(
            context => context.Saga.InvitedRevision > 0,
            invited => invited
                .Publish(context => new WithdrawInvitations { ConferenceId = context.Saga.CorrelationId, Revision = context.Saga.Attempt, TimeOnly = true })
                .Then(context => context.Saga.InvitedRevision = 0));

    public static EventActivityBinder<ConferenceState, T> AnnounceConfirmation<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder
            .Then(context => context.Saga.RemindedUntil = context.Now())
            .Publish(context => new AnnounceConfirmation { ConferenceId = context.Saga.CorrelationId, Revision = context.Saga.Revision });

    public static EventActivityBinder<ConferenceState, T> SendDueReminder<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.ThenAsync(async context =>
        {
            var now = context.Now();
            var due = context.Machine().Moments.DueReminder(context.Saga, now);
            context.Saga.RemindedUntil = now;
            if (due is not { } reminder)
                return;
            await context.Publish(
                new SendReminders
                {
                    ConferenceId = context.Saga.CorrelationId,
                    Revision = context.Saga.Revision,
                    Purpose = reminder.Purpose,
                    Lead = reminder.Lead,
                },
                context.CancellationToken);
            HistoryBehaviors.Record(context, context.Saga.CurrentState, Why.Reminded(reminder.Purpose));
        });

    public static EventActivityBinder<ConferenceState, InvitationsSent> WarnOfHospitalsWithoutContact(this EventActivityBinder<ConferenceState, InvitationsSent> binder) =>
        binder.ThenAsync(async context =>
        {
            if (context.Message.WithoutContact is { Count: > 0 } silent)
                context.Saga.Warnings = [.. context.Saga.Warnings, Why.WithoutContact(await context.NamesAsync(silent))];
        });

    /// <summary>Keeps the answer and writes it to the history; one to an older time is kept and does not count.</summary>
    public static EventActivityBinder<ConferenceState, HospitalAnswered> KeepAnswer(this EventActivityBinder<ConferenceState, HospitalAnswered> binder) =>
        binder.ThenAsync(async context =>
        {
            var (state, answered) = (context.Saga, context.Message);
            state.Keep(answered);
            if (state.IsToTimeInForce(answered))
                state.Weigh(answered);
            var name = (await context.NamesAsync([answered.HospitalId]))[0];
            var why = !state.IsToTimeInForce(answered) ? Why.AnsweredOldTime(name, answered.Answer)
                : answered.HospitalId == state.Request.HostHospitalId && answered.Answer == Answer.Declined ? Why.HostDeclined(name)
                : state.LeavesTooFew(answered) ? Why.TooFewNow(name, answered.Answer, state.AcceptedCount())
                : Why.Answered(name, answered.Answer);
            HistoryBehaviors.Record(context, state.CurrentState, why);
        });

    /// <summary>A required hospital cannot: another time within what was asked for, or the coordinator decides.</summary>
    public static EventActivityBinder<ConferenceState, HospitalAnswered> FindTimeWithoutDecline(this EventActivityBinder<ConferenceState, HospitalAnswered> binder) =>
        binder
            .Then(context =>
            {
                context.RememberDecline();
                context.Saga.Move = new Move
                {
                    Request = context.Saga.Request,
                    TitleId = context.Saga.TitleId,
                    ReturnTo = nameof(ConferenceLifecycle.Unplaced),
                    // Where only this time was asked for, Booking finds none and says what would help.
                    Leave = context.Saga.Request.Window is null ? context.Saga.Slot?.Time() : null,
                };
            })
            .FindSlot(context => context.Saga.Request.Window is null ? Why.FixedTimeDeclined : Why.RequiredDeclined);

    /// <summary>A required hospital declines the old time while another is sought anyway: there is no going back to it without the coordinator.</summary>
    public static EventActivityBinder<ConferenceState, HospitalAnswered> GiveUpOldTime(this EventActivityBinder<ConferenceState, HospitalAnswered> binder) =>
        binder.Then(context =>
        {
            context.RememberDecline();
            if (context.Saga.Move is { } move)
                context.Saga.Move = move with { ReturnTo = nameof(ConferenceLifecycle.Unplaced) };
        });

    /// <summary>The reply deadline: what the request says shall happen then.</summary>
    public static EventActivityBinder<ConferenceState, T> DecideAtDeadline<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.IfElse(
            context => context.Saga.Request.OnDeadline == DeadlinePolicy.ConfirmIfQuorum && context.Saga.QuorumMetAtDeadline(),
            enough => enough.Confirm(_ => Why.QuorumMetAtDeadline),
            tooFew => tooFew.IfElse(
                context => context.Saga.Request.OnDeadline == DeadlinePolicy.Cancel,
                cancel => cancel.CallOff(_ => Why.CancelledAtDeadline),
                ask => ask
                    .ThenAsync(async context => context.Saga.Explanation = Why.Undecided(context.Saga, await context.NamesAsync(Silent(context.Saga))))
                    .Enter(((ConferenceLifecycle)binder.StateMachine).Unplaced, context => context.Saga.Explanation!.Summary)));

    /// <summary>Names for people, the id where a hospital is not known.</summary>
    public static async Task<IReadOnlyList<HospitalName>> NamesAsync(this BehaviorContext<ConferenceState> context, IReadOnlyList<string> hospitalIds)
    {
        var known = await context.Store().Hospitals.Where(hospital => hospitalIds.Contains(hospital.HospitalId))
            .ToDictionaryAsync(hospital => hospital.HospitalId, context.CancellationToken);
        return [.. hospitalIds.Select(id => known.TryGetValue(id, out var hospital) ? new HospitalName(id, hospital.NameJa, hospital.NameEn) : new HospitalName(id, id, id))];
    }

    private static void RememberDecline(this BehaviorContext<ConferenceState, HospitalAnswered> context)
    {
        if (context.Saga.Slot is { } slot)
            context.Saga.Declined = [.. context.Saga.Declined, new DeclinedTime(context.Message.HospitalId, slot.Time())];
    }

    private static IReadOnlyList<string> Silent(ConferenceState state) =>
        [.. state.Request.Participants.Where(hospital => hospital.Required && state.AnswerOf(hospital.HospitalId) is null or Answer.Tentative).Select(hospital => hospital.HospitalId)];

    private static ConferenceBrief Brief(ConferenceState state) => new()
    {
        Number = state.Number,
        Kind = state.Request.Kind,
        HostHospitalId = state.Request.HostHospitalId,
        Start = state.Slot!.Start,
        End = state.Slot.End,
        CaseCount = state.Request.CaseCount,
        ReplyBy = state.ReplyBy!.Value,
    };
}
