namespace Conference.Invitations.Outbound;

/// <summary>What became of one attempt.</summary>
internal sealed record Handover(Guid MailId, HandoverResult Result, string? Error = null, bool Dropped = false, DateTimeOffset? Until = null);

internal enum HandoverResult
{
    /// <summary>Accepted by the server, or written to the drop.</summary>
    Done,

    /// <summary>Not now: this mail is tried again later.</summary>
    Later,

    /// <summary>Never.</summary>
    Refused,

    /// <summary>Not tried: the server is away.</summary>
    Waits,
}
