using Conference.Contracts.Requests;
using Conference.Requests.Lifecycle;

namespace Conference.Requests.Polls;

/// <summary>A poll as people and programs see it.</summary>
internal static class PollViews
{
    public static PollView? View(this ConferenceState state) => state.Poll is not { } poll ? null : new PollView
    {
        Revision = poll.Revision,
        Deadline = poll.Deadline,
        Open = poll.IsOpen,
        Decided = poll.Decided,
        Candidates = [.. poll.Ranked(state.Request).Select((standing, index) => View(standing, index + 1, poll, state.Request)).OrderBy(view => view.Start)],
        Votes = [.. state.Hospitals().Select(hospital => Vote(hospital, poll, state.Request))],
        NotHeld = poll.NotHeld,
    };

    private static PollCandidateView View(CandidateStanding standing, int rank, ConferencePoll poll, ConferenceRequest request) => new()
    {
        Start = standing.Start,
        End = standing.Candidate.Slot.End,
        Held = poll.Held.Contains(standing.Candidate),
        Rank = rank,
        Suits = standing.Suits,
        Accepted = standing.Accepted,
        Tentative = standing.Tentative,
        Declined = standing.Declined,
        RequiredDeclined = standing.RequiredDeclined,
        LeftOut = standing.Candidate.LeftOut,
        Reasons = [.. PollWhy.Reasons(standing, request), .. standing.Candidate.Reasons],
        Warnings = standing.Candidate.Warnings,
    };

    private static PollVoteView Vote(ConferenceParticipant hospital, ConferencePoll poll, ConferenceRequest request)
    {
        var vote = poll.VoteOf(hospital.HospitalId);
        return new PollVoteView
        {
            HospitalId = hospital.HospitalId,
            Required = hospital.Required,
            Host = hospital.HospitalId == request.HostHospitalId,
            Marks = vote?.Marks ?? [],
            Professions = vote?.Professions ?? [],
            Channel = vote?.Channel,
            VotedAt = vote?.VotedAt,
        };
    }
}
