namespace Conference.Platform.Audit;

/// <summary>
/// One line of the audit log: who did what to which things, and what came of it. Ids only: never a title, a name or
/// a text. Once sealed, the store refuses every change of it.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Number in the store, in the order of writing; numbers of what was rolled back are missing.</summary>
    public long Number { get; init; }

    /// <summary>When, to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>User, machine token, contact of an answer link; <c>anonymous</c> for somebody who has yet to sign in.</summary>
    public required string CallerId { get; init; }

    /// <summary>Their role at the time.</summary>
    public string? Role { get; init; }

    /// <summary>Their scope at the time.</summary>
    public string? Scope { get; init; }

    /// <summary>Method and route, or a name of a few words.</summary>
    public required string Action { get; init; }

    /// <summary>The permission that was asked for.</summary>
    public string? Permission { get; init; }

    /// <summary>Ids of what it was about: <c>id=… hospitalId=H1302</c>.</summary>
    public required string Subjects { get; init; }

    /// <summary>What came of it.</summary>
    public required AuditOutcome Outcome { get; init; }

    /// <summary>The HTTP status; null where the entry was committed with the change, before the answer.</summary>
    public int? Status { get; init; }

    /// <summary>Place in the chain, from 1 without gaps; null for the moment until it is sealed.</summary>
    public long? Position { get; private set; }

    /// <summary>The hash of the entry before it.</summary>
    public string? PreviousHash { get; private set; }

    /// <summary>SHA-256 over this entry and <see cref="PreviousHash"/>, in hexadecimal.</summary>
    public string? Hash { get; private set; }

    internal void Seal(long position, string previousHash)
    {
        Position = position;
        PreviousHash = previousHash;
        Hash = AuditChain.HashOf(this);
    }
}
