namespace Conference.Contracts.Requests;

/// <summary>One step of a conference's history: answer of <c>GET /api/conferences/{id}/timeline</c>.</summary>
public sealed record TimelineEntry
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>State before; null for the first.</summary>
    public string? From { get; init; }

    /// <summary>State after.</summary>
    public required string To { get; init; }

    /// <summary>Scheduling revision after.</summary>
    public required int Revision { get; init; }

    /// <summary>What happened.</summary>
    public required Remark Why { get; init; }

    /// <summary>Who or what caused it: a user's name, a hospital's id, or <c>system</c>.</summary>
    public required string By { get; init; }
}
