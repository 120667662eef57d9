namespace Conference.Contracts.Requests;

/// <summary>That hospitals are asked which of several times suit them (候補日調整).</summary>
public sealed record PollRequest
{
    /// <summary>Starts to choose from, 2 to 10, none overlapping another; empty to take the best of the window.</summary>
    public IReadOnlyList<DateTimeOffset> Candidates { get; init; } = [];

    /// <summary>How many of the window are wanted where none is given, 2 to 10; else 0.</summary>
    public int Best { get; init; }

    /// <summary>When the poll closes: before the first candidate.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>Whether it is decided as soon as every hospital has voted and a candidate suits all required ones. Default true.</summary>
    public bool CloseWhenAllVoted { get; init; } = true;
}
