using Conference.Contracts.Requests;

namespace Conference.Contracts.Invitations;

/// <summary>Body of <c>POST /api/conferences/{id}/poll/votes</c>: a coordinator enters what a hospital said.</summary>
public sealed record VoteOnBehalf
{
    /// <summary>The hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>A mark for each candidate at which the hospital has a place.</summary>
    public required IReadOnlyList<CandidateMark> Marks { get; init; }

    /// <summary>Which of the professions asked for it can bring.</summary>
    public IReadOnlyList<Profession> Professions { get; init; } = [];
}
