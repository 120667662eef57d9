using Conference.Contracts.Requests;

namespace Conference.Contracts.Invitations;

/// <summary>What the mail of a poll may say: no title, no case text, no person, and no time that is fixed.</summary>
public sealed record PollBrief
{
    /// <summary>Number for people.</summary>
    public required string Number { get; init; }

    /// <summary>Kind.</summary>
    public required ConferenceKind Kind { get; init; }

    /// <summary>The hospital that holds it.</summary>
    public required string HostHospitalId { get; init; }

    /// <summary>How many cases.</summary>
    public required int CaseCount { get; init; }

    /// <summary>When the poll closes.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>The times asked about, by start.</summary>
    public required IReadOnlyList<PollCandidate> Candidates { get; init; }

    /// <summary>Professions that should be present: hospitals are asked which of them they can bring.</summary>
    public IReadOnlyList<Profession> Professions { get; init; } = [];
}
