using Conference.Contracts.Requests;

namespace Conference.Contracts.Invitations;

/// <summary>A hospital marked the candidates of a poll, or changed its marks. Sent by Invitations after its merge; taken by Requests.</summary>
public sealed record HospitalVoted
{
    /// <summary>The conference.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>The revision of the poll.</summary>
    public required int Revision { get; init; }

    /// <summary>The hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>One a candidate at which it has a place.</summary>
    public required IReadOnlyList<CandidateMark> Marks { get; init; }

    /// <summary>Which of the professions asked for it can bring.</summary>
    public IReadOnlyList<Profession> Professions { get; init; } = [];

    /// <summary>How it came.</summary>
    public required AnswerChannel Channel { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset VotedAt { get; init; }
}
