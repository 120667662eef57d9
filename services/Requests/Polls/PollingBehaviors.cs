using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Requests.Hospitals;
using Conference.Requests.Lifecycle;
using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Requesting;
using MassTransit;

namespace Conference.Requests.Polls;

/// <summary>Putting times to hospitals, and deciding on one of them.</summary>
internal static class PollingBehaviors
{
    /// <summary>The candidates that Booking holds are what is asked about from here on; a time that was in force has gone.</summary>
    public static EventActivityBinder<ConferenceState, CandidatesHeld> TakeCandidates(this EventActivityBinder<ConferenceState, CandidatesHeld> binder) =>
        binder.ThenAsync(async context =>
        {
            var (state, held) = (context.Saga, context.Message);
            await context.AdoptMoveAsync();
            var poll = state.Request.Poll!;
            state.Poll = new ConferencePoll
            {
                Revision = held.Revision,
                Deadline = poll.Deadline,
                CloseWhenAllVoted = poll.CloseWhenAllVoted,
                Candidates = held.Candidates,
                NotHeld = held.NotHeld,
                Votes = state.Poll?.VotesThatStand(held.Candidates) ?? [],
            };
            (state.Revision, state.Slot, state.ReplyBy, state.Explanation) = (held.Revision, null, null, null);
            (state.LeftOut, state.Reasons) = ([], []);
            state.Warnings = await WarningsAsync(context, held);
            state.RemindedUntil = context.Now();
        });

    public static EventActivityBinder<ConferenceState, T> SendPoll<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.Then(context => context.Saga.InvitedRevision = context.Saga.Revision).Publish(context => context.Saga.SendPoll());

    public static EventActivityBinder<ConferenceState, PollSent> KnowHospitalsAreAsked(this EventActivityBinder<ConferenceState, PollSent> binder) =>
        binder.If(
            context => context.Saga.PendingSince is not null,
            awaited => awaited
                .ThenAsync(async context =>
                {
                    context.Saga.PendingSince = null;
                    if (context.Message.WithoutContact is { Count: > 0 } silent)
                        context.Saga.Warnings = [.. context.Saga.Warnings, Why.WithoutContact(await context.NamesAsync(silent))];
                })
                .Note(context => PollWhy.Asked(context.Message.Mails)));

    public static EventActivityBinder<ConferenceState, HospitalVoted> KeepVote(this EventActivityBinder<ConferenceState, HospitalVoted> binder) =>
        binder.ThenAsync(async context =>
        {
            var (state, voted) = (context.Saga, context.Message);
            var vote = new PollVote(voted.HospitalId, voted.Marks, voted.Professions, voted.Channel, voted.VotedAt);
            state.Poll = state.Poll! with { Votes = [.. state.Poll!.Votes.Where(other => other.HospitalId != voted.HospitalId), vote] };
            HistoryBehaviors.Record(context, state.CurrentState, PollWhy.Voted((await context.NamesAsync([voted.HospitalId]))[0], vote));
        });

    public static EventActivityBinder<ConferenceState, CandidateExpired> DropCandidate(this EventActivityBinder<ConferenceState, CandidateExpired> binder) =>
        binder.ThenAsync(async context =>
        {
            var (state, gone) = (context.Saga, context.Message);
            state.Poll = state.Poll! with { Gone = [.. state.Poll!.Gone, gone.Start] };
            if (gone.Why is not { } why)
                return;
            HistoryBehaviors.Record(context, state.CurrentState, PollWhy.Lost(gone.Start, why, context.Machine().Network));
            await context.Publish(new DropCandidate { ConferenceId = state.CorrelationId, Revision = state.Poll.Revision, Start = gone.Start }, context.CancellationToken);
        });

    /// <summary>The candidate decided on could not be had any more: the poll goes on with the others.</summary>
    public static EventActivityBinder<ConferenceState, SlotUnavailable> GoOnWithOthers(this EventActivityBinder<ConferenceState, SlotUnavailable> binder) =>
        binder
            .Then(context =>
            {
                var (poll, lost) = (context.Saga.Poll!, context.Saga.Poll!.Decided!.Value);
                context.Saga.Poll = poll.Reopen() with { Gone = [.. poll.Gone.Where(gone => gone != lost), lost] };
            })
            .Publish(context => new DropCandidate { ConferenceId = context.Saga.CorrelationId, Revision = context.Saga.Poll!.Revision, Start = context.Saga.Poll.Gone[^1] })
            .Enter(((ConferenceLifecycle)binder.StateMachine).Polling, context => PollWhy.TakenInVain(context.Saga.Poll!.Gone[^1], context.Machine().Network))
            .DecideWhenAllVoted();

    /// <summary>Everybody has voted: the rule decides at once where it can; where it cannot, the deadline is waited for.</summary>
    public static EventActivityBinder<ConferenceState, T> DecideWhenAllVoted<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.If(
            context => context.Saga.CurrentState == nameof(ConferenceLifecycle.Polling)
                && context.Saga.Poll is { CloseWhenAllVoted: true, IsOpen: true } poll && poll.AllVoted(context.Saga.Request),
            all => all.IfElse(
                context => Best(context) is not null,
                some => some.DecideByRule(),
                none => none.Note(_ => PollWhy.AllVotedInVain)));

    /// <summary>The deadline: the rule decides, or the coordinator has to.</summary>
    public static EventActivityBinder<ConferenceState, T> CloseAtDeadline<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.IfElse(
            context => Best(context) is not null,
            some => some.DecideByRule(),
            none => none.IfElse(
                context => context.Saga.Request.OnDeadline == DeadlinePolicy.Cancel,
                cancel => cancel.CallOff(_ => PollWhy.CancelledAtDeadline),
                ask => ask
                    .ThenAsync(ExplainAsync)
                    .Enter(((ConferenceLifecycle)binder.StateMachine).Unplaced, context => context.Saga.Explanation!.Summary)));

    /// <summary>Asks Booking to keep one candidate; the others are free as soon as it has.</summary>
    public static EventActivityBinder<ConferenceState, T> Decide<T>(
        this EventActivityBinder<ConferenceState, T> binder, Func<BehaviorContext<ConferenceState, T>, DateTimeOffset> start, Func<BehaviorContext<ConferenceState, T>, Contracts.Remark> why)
        where T : class =>
        binder
            .Then(context =>
            {
                context.Saga.Attempt++;
                context.Saga.Poll = context.Saga.Poll! with { Decided = start(context), DecidedAs = context.Saga.Attempt };
            })
            .HoldSlot()
            .Enter(((ConferenceLifecycle)binder.StateMachine).Placing, why);

    public static EventActivityBinder<ConferenceState, DecidePoll> MakeOptional(this EventActivityBinder<ConferenceState, DecidePoll> binder) =>
        binder.Then(context =>
        {
            var request = context.Saga.Request;
            context.Saga.Request = request with
            {
                Participants = [.. request.Participants.Select(hospital => context.Message.MakeOptional.Contains(hospital.HospitalId) ? hospital with { Required = false } : hospital)],
            };
        });

    /// <summary>The slot that Booking holds is the poll's: marks become answers, and what was put to choice is asked for no more.</summary>
    public static void AdoptDecision(this ConferenceState state, SlotHeld held)
    {
        if (state.Poll is not { } poll)
            return;
        if (poll.DecidedAs != held.Revision)
        {
            // Another time was asked for and found while the poll was open.
            state.Poll = poll.Decided is null ? null : poll;
            return;
        }

        state.CountMarks(held.Slot.Start, held.Revision);
        state.Request = state.Request with { Poll = null, Start = state.Request.Window is null ? held.Slot.Start : null };
    }

    private static EventActivityBinder<ConferenceState, T> DecideByRule<T>(this EventActivityBinder<ConferenceState, T> binder) where T : class =>
        binder.Decide(context => Best(context)!.Start, context => PollWhy.Decided(context.Saga.Poll!.Decided!.Value, context.Machine().Network));

    private static CandidateStanding? Best(BehaviorContext<ConferenceState> context) => context.Saga.Poll!.Best(context.Saga.Request, context.Now());

    private static async Task ExplainAsync<T>(BehaviorContext<ConferenceState, T> context) where T : class
    {
        var (state, poll) = (context.Saga, context.Saga.Poll!);
        var ranked = poll.Ranked(state.Request).Where(standing => poll.Held.Contains(standing.Candidate)).ToList();
        var names = (await context.NamesAsync([.. state.Request.Participants.Select(hospital => hospital.HospitalId)])).ToDictionary(name => name.HospitalId);
        state.Explanation = ranked.Count == 0 ? PollWhy.CandidatesGone() : PollWhy.NoneSuits(ranked, names, state, context.Machine().Network);
    }

    private static async Task<IReadOnlyList<Contracts.Remark>> WarningsAsync(BehaviorContext<ConferenceState, CandidatesHeld> context, CandidatesHeld held)
    {
        var (network, request) = (context.Machine().Network, context.Saga.Request);
        var holidays = await KnownHolidays.ReadAsync(context.Store(), context.CancellationToken);
        var ofTimes = request.Window is null
            ? held.Candidates.SelectMany(candidate => TimeCheck.Warnings(request with { Start = candidate.Slot.Start }, network, holidays))
            : [];
        return
        [
            .. held.NotHeld.Select(candidate => PollWhy.NotHeld(candidate, network)),
            .. ofTimes,
            .. held.Candidates.SelectMany(candidate => candidate.Warnings).DistinctBy(warning => warning.Ja),
        ];
    }
}
