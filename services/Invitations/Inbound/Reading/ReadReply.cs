using Conference.Contracts.Invitations;

namespace Conference.Invitations.Inbound.Reading;

/// <summary>One event of a calendar that came back.</summary>
internal sealed record ReadReply
{
    public required ReplyMethod Method { get; init; }

    public string? Uid { get; init; }

    /// <summary>The revision it answers; null where the program leaves it out.</summary>
    public int? Sequence { get; init; }

    /// <summary>Who answers, in lower case; null where it does not say.</summary>
    public string? Attendee { get; init; }

    public Answer? Answer { get; init; }

    /// <summary>Whether it was handed on (PARTSTAT=DELEGATED), and to whom.</summary>
    public bool Delegated { get; init; }

    public string? Delegate { get; init; }

    public DateTimeOffset? Stamp { get; init; }

    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    /// <summary>Which occurrence; null for all.</summary>
    public DateTimeOffset? Occurrence { get; init; }
}

internal enum ReplyMethod
{
    Reply,
    Counter,
    Refresh,
}
