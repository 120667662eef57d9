namespace Conference.Contracts.Requests;

/// <summary>One candidate of a poll and how it stands.</summary>
public sealed record PollCandidateView
{
    /// <summary>Start; it tells the candidates apart.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>End, exclusive.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Whether it is still held.</summary>
    public required bool Held { get; init; }

    /// <summary>Place in the order of the rule, 1 for the best.</summary>
    public required int Rank { get; init; }

    /// <summary>Whether every required hospital marked it ○ or △ and enough can come: the rule decides on no other.</summary>
    public required bool Suits { get; init; }

    /// <summary>How many ○, the host included.</summary>
    public required int Accepted { get; init; }

    /// <summary>How many △.</summary>
    public required int Tentative { get; init; }

    /// <summary>How many ×.</summary>
    public required int Declined { get; init; }

    /// <summary>Required hospitals that marked it ×.</summary>
    public IReadOnlyList<string> RequiredDeclined { get; init; } = [];

    /// <summary>Optional hospitals for which no place is held then.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Why it ranks here: the votes first, then the slot.</summary>
    public IReadOnlyList<Remark> Reasons { get; init; } = [];

    /// <summary>What to know before deciding on it.</summary>
    public IReadOnlyList<Remark> Warnings { get; init; } = [];
}
