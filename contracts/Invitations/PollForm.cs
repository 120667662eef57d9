using Conference.Contracts.Requests;

namespace Conference.Contracts.Invitations;

/// <summary>What the page of a poll shows: answer of <c>GET /api/answers/{token}/poll</c>, which needs no sign-in.</summary>
public sealed record PollForm
{
    /// <summary>The conference's number.</summary>
    public required string Number { get; init; }

    /// <summary>Kind.</summary>
    public required ConferenceKind Kind { get; init; }

    /// <summary>The host's name.</summary>
    public required string HostName { get; init; }

    /// <summary>The hospital that is asked.</summary>
    public required string HospitalName { get; init; }

    /// <summary>How many cases.</summary>
    public required int CaseCount { get; init; }

    /// <summary>The revision shown; it is voted on by this number.</summary>
    public required int Revision { get; init; }

    /// <summary>When the poll closes.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>Whether marks are still taken.</summary>
    public required bool Open { get; init; }

    /// <summary>Whether the time has been decided: the answer page of the same link shows it.</summary>
    public required bool Decided { get; init; }

    /// <summary>The candidates at which the hospital has a place, by start.</summary>
    public required IReadOnlyList<PollCandidate> Candidates { get; init; }

    /// <summary>The professions that it is asked about.</summary>
    public IReadOnlyList<Profession> Professions { get; init; } = [];

    /// <summary>The marks given so far; those of a candidate that was there before stand until they are changed.</summary>
    public IReadOnlyList<CandidateMark> Marks { get; init; } = [];

    /// <summary>The professions that it said it can bring.</summary>
    public IReadOnlyList<Profession> Brings { get; init; } = [];
}
