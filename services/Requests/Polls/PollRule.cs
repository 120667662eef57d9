using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Requests.Lifecycle;

namespace Conference.Requests.Polls;

/// <summary>
/// The declared rule by which a poll is decided: every required hospital ○ or △ and enough of them; then most ○, fewest
/// ×, most of the professions asked for, the higher rank of Booking, the earlier start.
/// </summary>
internal static class PollRule
{
    /// <summary>All candidates, the best first; those that are held no more are among them.</summary>
    public static IReadOnlyList<CandidateStanding> Ranked(this ConferencePoll poll, ConferenceRequest request) =>
    [
        .. poll.Candidates.Select(candidate => Standing(poll, request, candidate))
            .OrderByDescending(standing => standing.Suits)
            .ThenByDescending(standing => standing.Accepted)
            .ThenBy(standing => standing.Declined)
            .ThenByDescending(standing => standing.Professions)
            .ThenByDescending(standing => standing.Candidate.Score)
            .ThenBy(standing => standing.Start),
    ];

    /// <summary>What the rule decides on; null where no candidate that is held and still to come suits.</summary>
    public static CandidateStanding? Best(this ConferencePoll poll, ConferenceRequest request, DateTimeOffset now) =>
        poll.Ranked(request).FirstOrDefault(standing => standing.Suits && standing.Start > now && poll.Held.Contains(standing.Candidate));

    /// <summary>Whether every hospital has marked all that it was asked about.</summary>
    public static bool AllVoted(this ConferencePoll poll, ConferenceRequest request) =>
        request.Participants.All(hospital => poll.HasVoted(hospital.HospitalId));

    public static bool HasVoted(this ConferencePoll poll, string hospitalId)
    {
        var vote = poll.VoteOf(hospitalId);
        return poll.Candidates.All(candidate => poll.Gone.Contains(candidate.Slot.Start) || candidate.LeftOut.Contains(hospitalId) || vote?.MarkOf(candidate.Slot.Start) is not null);
    }

    public static PollVote? VoteOf(this ConferencePoll poll, string hospitalId) => poll.Votes.FirstOrDefault(vote => vote.HospitalId == hospitalId);

    private static CandidateStanding Standing(ConferencePoll poll, ConferenceRequest request, SlotSuggestion candidate)
    {
        var start = candidate.Slot.Start;
        var marks = request.Participants
            .Where(hospital => !candidate.LeftOut.Contains(hospital.HospitalId))
            .Select(hospital => (hospital.HospitalId, hospital.Required, Vote: poll.VoteOf(hospital.HospitalId), Mark: poll.VoteOf(hospital.HospitalId)?.MarkOf(start)))
            .ToList();
        var (accepted, tentative) = (1 + marks.Count(mark => mark.Mark == Answer.Accepted), marks.Count(mark => mark.Mark == Answer.Tentative));
        var declined = marks.FindAll(mark => mark.Mark == Answer.Declined);
        var silent = marks.FindAll(mark => mark is { Required: true, Mark: null });
        return new CandidateStanding
        {
            Candidate = candidate,
            Accepted = accepted,
            Tentative = tentative,
            Declined = declined.Count,
            RequiredDeclined = [.. declined.Where(mark => mark.Required).Select(mark => mark.HospitalId)],
            RequiredSilent = [.. silent.Select(mark => mark.HospitalId)],
            Professions = request.Quorum.Professions.Count(profession =>
                marks.Exists(mark => mark.Mark is Answer.Accepted or Answer.Tentative && mark.Vote!.Professions.Contains(profession))),
            Suits = silent.Count == 0 && !declined.Exists(mark => mark.Required) && accepted + tentative >= request.Quorum.MinimumHospitals,
        };
    }
}
