using Conference.Contracts.Invitations;
using Conference.Platform.Time;

namespace Conference.Requests.Lifecycle;

/// <summary>When anything is due next. A conference has one timer; this says what it is set to, and what is due when it fires.</summary>
internal sealed class Moments(RequestsOptions options, NetworkTime network)
{
    /// <summary>The next moment of a waiting state; null in passing and final states.</summary>
    public DateTimeOffset? Next(ConferenceState state)
    {
        DateTimeOffset? turn = TurnOf(state);
        var reminder = Reminders(state).Select(due => due.At).Where(at => at > state.RemindedUntil && at < turn).Order().Cast<DateTimeOffset?>().FirstOrDefault();
        return reminder ?? turn;
    }

    /// <summary>The moment at which the state itself is over: deadline, start, end, record deadline, end of the window.</summary>
    public DateTimeOffset? TurnOf(ConferenceState state) => state.CurrentState switch
    {
        nameof(ConferenceLifecycle.Polling) => state.Poll!.Deadline,
        nameof(ConferenceLifecycle.AwaitingReplies) => state.ReplyBy,
        nameof(ConferenceLifecycle.Confirmed) => state.Slot!.Start,
        nameof(ConferenceLifecycle.InSession) => state.Slot!.End,
        nameof(ConferenceLifecycle.AwaitingRecord) => state.Slot!.End + options.RecordWithin,
        nameof(ConferenceLifecycle.Unplaced) => state.Slot?.Start ?? LastChance(state),
        _ => null,
    };

    public bool IsOver(ConferenceState state, DateTimeOffset now) => TurnOf(state) is { } turn && turn <= now;

    /// <summary>
    /// The reminder to send now. Of several that were missed only the last is of use: nobody is written to twice
    /// in a minute because a machine was off for a week.
    /// </summary>
    public (ReminderPurpose Purpose, TimeSpan Lead)? DueReminder(ConferenceState state, DateTimeOffset now)
    {
        if (IsOver(state, now))
            return null;
        var due = Reminders(state).Where(reminder => reminder.At > state.RemindedUntil && reminder.At <= now).OrderBy(reminder => reminder.Lead).ToList();
        return due.Count == 0 ? null : (due[0].Purpose, due[0].Lead);
    }

    /// <summary>
    /// The reply deadline: the end of office hours on the day asked for, but before the start by the margin set, or
    /// half way to a start that is too near for it. Always between now and the start.
    /// </summary>
    public DateTimeOffset ReplyBy(DateTimeOffset now, DateTimeOffset start, int replyWithinDays)
    {
        var latest = start - options.ReplyBeforeStart;
        if (latest - now < options.ReplyBeforeStart)
            latest = now + ((start - now) / 2);
        var asked = now.AddDays(replyWithinDays);
        var deadline = asked < latest ? asked : latest;
        if (EndOfOffice(deadline, latest) is var evening && evening - now >= (deadline - now) / 2)
            return evening;
        var minute = new DateTimeOffset(deadline.UtcTicks - (deadline.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        return minute > now ? minute : deadline;
    }

    private DateTimeOffset EndOfOffice(DateTimeOffset deadline, DateTimeOffset latest)
    {
        var (day, hour) = (network.DayOf(deadline), new TimeOnly(options.ReplyHour, 0));
        return network.At(day, hour) is var evening && evening <= latest ? evening : network.At(day.AddDays(-1), hour);
    }

    private IEnumerable<(DateTimeOffset At, ReminderPurpose Purpose, TimeSpan Lead)> Reminders(ConferenceState state) => state.CurrentState switch
    {
        nameof(ConferenceLifecycle.Polling) => options.ChaserLeads.Select(lead => (state.Poll!.Deadline - lead, ReminderPurpose.PollChaser, lead)),
        nameof(ConferenceLifecycle.AwaitingReplies) => options.ChaserLeads.Select(lead => (state.ReplyBy!.Value - lead, ReminderPurpose.Chaser, lead)),
        nameof(ConferenceLifecycle.Confirmed) => options.ReminderLeads.Select(lead => (state.Slot!.Start - lead, ReminderPurpose.Reminder, lead)),
        _ => [],
    };

    private DateTimeOffset LastChance(ConferenceState state) => state.Request switch
    {
        { Start: { } start } => start,
        { Window: { } window } => network.StartOf(window.To.AddDays(1)),
        { Poll: { } poll } => poll.Candidates.Max(),
        _ => throw new InvalidOperationException($"Conference {state.CorrelationId} asks for no time."),
    };
}
