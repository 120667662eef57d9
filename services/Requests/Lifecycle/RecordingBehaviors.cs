using Conference.Requests.Lifecycle.Commands;
using MassTransit;

namespace Conference.Requests.Lifecycle;

/// <summary>The end of a conference and its record.</summary>
internal static class RecordingBehaviors
{
    /// <summary>The end: nobody is waited for when attendance was recorded while it was still on.</summary>
    public static EventActivityBinder<ConferenceState, T> EndSession<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class
    {
        var machine = (ConferenceLifecycle)binder.StateMachine;
        return binder.IfElse(
            context => context.Saga.RecordedAt is null,
            open => open.Enter(machine.AwaitingRecord, _ => Why.Ended),
            recorded => recorded.Enter(machine.Completed, _ => Why.Ended));
    }

    public static EventActivityBinder<ConferenceState, RecordAttendance> KeepAttendance(this EventActivityBinder<ConferenceState, RecordAttendance> binder) =>
        binder.ThenAsync(async context =>
        {
            var (state, record) = (context.Saga, context.Message);
            state.Attendance = record.Attendance;
            state.MinutesId = record.DropMinutes ? null : record.MinutesId ?? state.MinutesId;
            state.RecordedAt = context.Now();
            state.RecordedVersion = ++state.Version;
            state.Warnings = [.. state.Warnings.Where(warning => warning.Code != Why.ProfessionMissingCode), .. MissingProfessions(state)];
            await context.Publish(Snapshot.Record(state), context.CancellationToken);
        });

    private static IEnumerable<Contracts.Remark> MissingProfessions(ConferenceState state) => state.Request.Quorum.Professions
        .Where(profession => !state.Attendance.Any(entry => entry.Profession == profession && entry.Inside + entry.Outside > 0))
        .Select(Why.ProfessionMissing);
}
