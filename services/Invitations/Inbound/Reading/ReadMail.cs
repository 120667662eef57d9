using Conference.Contracts.Invitations;

namespace Conference.Invitations.Inbound.Reading;

/// <summary>What a mail that came says, as far as it concerns us. Nothing in it is believed yet.</summary>
internal sealed record ReadMail
{
    /// <summary>Who it says sent it, in lower case.</summary>
    public required string Sender { get; init; }

    /// <summary>To whom it came: headers of the mail and of the servers that delivered it.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    public required string Subject { get; init; }

    public DateTimeOffset? Date { get; init; }

    /// <summary>Ids of the mails it answers, or of the one that it says could not be delivered.</summary>
    public IReadOnlyList<string> Refers { get; init; } = [];

    /// <summary>Whether a program wrote it without anybody's doing: an absence notice, a receipt.</summary>
    public bool Automatic { get; init; }

    public SenderVerdict Verdict { get; init; }

    public IReadOnlyList<ReadReply> Replies { get; init; } = [];

    /// <summary>The answer in plain words; null when there is none, or more than one.</summary>
    public Answer? PlainAnswer { get; init; }

    public ReadBounce? Bounce { get; init; }

    /// <summary>The first lines of what somebody wrote.</summary>
    public string Excerpt { get; init; } = "";
}

/// <summary>What a server that we trust found about the sender (RFC 8601).</summary>
internal enum SenderVerdict
{
    /// <summary>Nothing, or no server is trusted.</summary>
    Unknown,

    /// <summary>The mail is from the domain that it names.</summary>
    Passed,

    /// <summary>It is not.</summary>
    Failed,
}

/// <summary>A mail that says another could not be delivered, or not yet.</summary>
internal sealed record ReadBounce(string? Recipient, bool Permanent, string Said)
{
    /// <summary>Every address that its fields name, as it was written to and as it became; none where only its words name one.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];
}
