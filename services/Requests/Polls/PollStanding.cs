using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Requests.Lifecycle;
using Conference.Requests.Lifecycle.Commands;

namespace Conference.Requests.Polls;

/// <summary>What the lifecycle asks about a conference's poll.</summary>
internal static class PollStanding
{
    /// <summary>Whether a slot or candidates are held, so that there is something to keep while another time is sought.</summary>
    public static bool HoldsTime(this ConferenceState state) => state.Slot is not null || state.Poll is { IsOpen: true };

    /// <summary>Whether Booking is asked to keep the candidate decided on: not so any more once something else was asked for.</summary>
    public static bool IsTakingCandidate(this ConferenceState state) => state.Poll?.DecidedAs == state.Attempt;

    public static bool IsHeldCandidate(this ConferenceState state, CandidateExpired expired) => state.Poll.Holds(expired);

    /// <summary>Whether a candidate was lost between the decision and its taking.</summary>
    public static bool IsLostOnTheWay(this ConferenceState state, CandidateExpired expired) => state.IsTakingCandidate() && state.Poll!.Reopen().Holds(expired);

    /// <summary>Whether the candidate decided on could not be had, and others are still held.</summary>
    public static bool HasOthersToChoose(this ConferenceState state, SlotUnavailable refusal) =>
        state.IsTakingCandidate()
        && refusal.KeptRevision == state.Poll!.Revision
        && state.Poll.Reopen().Held.Any(candidate => candidate.Slot.Start != state.Poll.Decided);

    /// <summary>Whether a vote says something that is not known yet. Votes arrive twice and out of order.</summary>
    public static bool IsNewVote(this ConferenceState state, HospitalVoted voted) =>
        state.Poll is { IsOpen: true } poll
        && poll.Revision == voted.Revision
        && state.Request.Participants.Any(hospital => hospital.HospitalId == voted.HospitalId)
        && (poll.VoteOf(voted.HospitalId) is not { } known || known.VotedAt < voted.VotedAt);

    private static bool Holds(this ConferencePoll? poll, CandidateExpired expired) =>
        poll?.Revision == expired.Revision && poll.Held.Any(candidate => candidate.Slot.Start == expired.Start);

    /// <summary>A required hospital that cannot come has to be made optional first, or the decision would be undone by its own ×.</summary>
    public static bool CanDecide(this ConferenceState state, DecidePoll decision, DateTimeOffset now) =>
        state.Poll is { } poll
        && decision.Start > now
        && poll.Held.Any(candidate => candidate.Slot.Start == decision.Start)
        && poll.Ranked(state.Request).First(standing => standing.Start == decision.Start).RequiredDeclined.All(decision.MakeOptional.Contains);

    /// <summary>The marks at the time that the poll has led to are answers to it.</summary>
    public static void CountMarks(this ConferenceState state, DateTimeOffset start, int revision)
    {
        var marks = state.Poll!.Votes.Where(vote => vote.MarkOf(start) is not null)
            .Select(vote => new HospitalReply(vote.HospitalId, revision, vote.MarkOf(start)!.Value, vote.VotedAt))
            .ToList();
        state.Replies = [.. state.Replies.Where(reply => !marks.Exists(mark => mark.HospitalId == reply.HospitalId)), .. marks];
    }

    /// <summary>The poll that led to the time of a revision; null for a time that was found otherwise.</summary>
    public static ConferencePoll? PollOf(this ConferenceState state, int revision) => state.Poll is { } poll && poll.DecidedAs == revision ? poll : null;

    /// <summary>The marks that count as answers to the time in force.</summary>
    public static IReadOnlyList<CountedMark> CountedMarks(this ConferenceState state) => state is { Slot: { } slot } && state.PollOf(state.Revision) is { } poll
        ? [.. poll.Votes.Where(vote => vote.MarkOf(slot.Start) is not null).Select(vote => new CountedMark { HospitalId = vote.HospitalId, Answer = vote.MarkOf(slot.Start)!.Value, VotedAt = vote.VotedAt })]
        : [];

    /// <summary>What was said of candidates that are asked about again: the same start and the same end.</summary>
    public static IReadOnlyList<PollVote> VotesThatStand(this ConferencePoll old, IReadOnlyList<SlotSuggestion> candidates)
    {
        var same = candidates
            .Where(candidate => old.Candidates.Any(before => before.Slot.Start == candidate.Slot.Start && before.Slot.End == candidate.Slot.End))
            .Select(candidate => candidate.Slot.Start)
            .ToHashSet();
        return [.. old.Votes.Select(vote => vote with { Marks = [.. vote.Marks.Where(mark => same.Contains(mark.Start))] }).Where(vote => vote.Marks.Count > 0)];
    }
}
