using Conference.Contracts.Invitations;

namespace Conference.Contracts.Requests;

/// <summary>What one hospital said in a poll.</summary>
public sealed record PollVoteView
{
    /// <summary>The hospital.</summary>
    public required string HospitalId { get; init; }

    /// <summary>Whether the conference cannot be held without it.</summary>
    public required bool Required { get; init; }

    /// <summary>Whether it is the host, who asks: it counts as ○ everywhere.</summary>
    public required bool Host { get; init; }

    /// <summary>Its marks; empty while it has not voted.</summary>
    public IReadOnlyList<CandidateMark> Marks { get; init; } = [];

    /// <summary>Which of the professions asked for it can bring.</summary>
    public IReadOnlyList<Profession> Professions { get; init; } = [];

    /// <summary>How its vote came; null while it has not voted.</summary>
    public AnswerChannel? Channel { get; init; }

    /// <summary>When it voted last.</summary>
    public DateTimeOffset? VotedAt { get; init; }
}
