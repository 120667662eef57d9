using Conference.Contracts.Booking;

namespace Conference.Contracts.Requests;

/// <summary>A conference's poll as it stands: part of <c>GET /api/conferences/{id}</c>.</summary>
public sealed record PollView
{
    /// <summary>The revision under which the candidates were held; votes name it.</summary>
    public required int Revision { get; init; }

    /// <summary>When it closes.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>Whether it can still be decided.</summary>
    public required bool Open { get; init; }

    /// <summary>Start of the candidate that was decided on; null while none was.</summary>
    public DateTimeOffset? Decided { get; init; }

    /// <summary>The candidates, by start.</summary>
    public required IReadOnlyList<PollCandidateView> Candidates { get; init; }

    /// <summary>What each hospital said, in the order of the participants; one without marks has not voted.</summary>
    public required IReadOnlyList<PollVoteView> Votes { get; init; }

    /// <summary>What was asked for and could not be held, with the reason.</summary>
    public IReadOnlyList<CandidateNotHeld> NotHeld { get; init; } = [];
}
