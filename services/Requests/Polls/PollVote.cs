using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;

namespace Conference.Requests.Polls;

/// <summary>What a hospital said of the candidates.</summary>
public sealed record PollVote(string HospitalId, IReadOnlyList<CandidateMark> Marks, IReadOnlyList<Profession> Professions, AnswerChannel Channel, DateTimeOffset VotedAt)
{
    /// <summary>Its mark for one candidate; null where it gave none.</summary>
    public Answer? MarkOf(DateTimeOffset start) => Marks.FirstOrDefault(mark => mark.Start == start)?.Answer;
}
