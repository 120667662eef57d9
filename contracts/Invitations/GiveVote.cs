using Conference.Contracts.Requests;

namespace Conference.Contracts.Invitations;

/// <summary>Body of <c>POST /api/answers/{token}/votes</c>.</summary>
public sealed record GiveVote
{
    /// <summary>The revision that was shown; an older one is refused with <c>candidates_changed</c>.</summary>
    public required int Revision { get; init; }

    /// <summary>A mark for each candidate that was shown.</summary>
    public required IReadOnlyList<CandidateMark> Marks { get; init; }

    /// <summary>Which of the professions asked for the hospital can bring.</summary>
    public IReadOnlyList<Profession> Professions { get; init; } = [];
}
