namespace Conference.Contracts.Invitations;

/// <summary>One time that a poll asks about.</summary>
public sealed record PollCandidate
{
    /// <summary>Start; it tells the candidates of a poll apart.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>End, exclusive.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Hospitals for which no place could be held then: they are not asked about it.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}
