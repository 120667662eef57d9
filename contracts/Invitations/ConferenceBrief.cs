using Conference.Contracts.Requests;

namespace Conference.Contracts.Invitations;

/// <summary>What an invitation may say of a conference: no title, no case text, no person.</summary>
public sealed record ConferenceBrief
{
    /// <summary>Number for people.</summary>
    public required string Number { get; init; }

    /// <summary>Kind.</summary>
    public required ConferenceKind Kind { get; init; }

    /// <summary>The hospital that holds it.</summary>
    public required string HostHospitalId { get; init; }

    /// <summary>Start.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>End.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>How many cases.</summary>
    public required int CaseCount { get; init; }

    /// <summary>Reply deadline.</summary>
    public required DateTimeOffset ReplyBy { get; init; }
}
