using Conference.Contracts.Requests;

namespace Conference.Contracts.Council;

/// <summary>Conferences of one kind.</summary>
public sealed record ActivityByKind
{
    /// <summary>Kind.</summary>
    public required ConferenceKind Kind { get; init; }

    /// <summary>Conferences held.</summary>
    public required int Conferences { get; init; }

    /// <summary>People who took part.</summary>
    public required int People { get; init; }

    /// <summary>Minutes of conference.</summary>
    public required int Minutes { get; init; }
}
