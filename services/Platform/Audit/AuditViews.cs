namespace Conference.Platform.Audit;

/// <summary>An entry as listed.</summary>
public sealed record AuditEntryView
{
    /// <summary>Number in the service's store.</summary>
    public required long Number { get; init; }

    /// <summary>Place in the chain; null until it is sealed, a moment later.</summary>
    public long? Position { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: a user's or a token's id, a contact's, or <c>anonymous</c>.</summary>
    public required string CallerId { get; init; }

    /// <summary>Their role at the time.</summary>
    public string? Role { get; init; }

    /// <summary>Their scope at the time.</summary>
    public string? Scope { get; init; }

    /// <summary>Method and route.</summary>
    public required string Action { get; init; }

    /// <summary>The permission that was asked for.</summary>
    public string? Permission { get; init; }

    /// <summary>Ids: <c>id=… hospitalId=H1302</c>.</summary>
    public required string Subjects { get; init; }

    /// <summary>What came of it.</summary>
    public required AuditOutcome Outcome { get; init; }

    /// <summary>The HTTP status; null where the entry was committed with the change.</summary>
    public int? Status { get; init; }

    /// <summary>The entry's hash; null until it is sealed.</summary>
    public string? Hash { get; init; }

    internal static AuditEntryView Of(AuditEntry entry) => new()
    {
        Number = entry.Number,
        Position = entry.Position,
        At = entry.At,
        CallerId = entry.CallerId,
        Role = entry.Role,
        Scope = entry.Scope,
        Action = entry.Action,
        Permission = entry.Permission,
        Subjects = entry.Subjects,
        Outcome = entry.Outcome,
        Status = entry.Status,
        Hash = entry.Hash,
    };
}

/// <summary>A page of entries, the newest first.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record AuditList(IReadOnlyList<AuditEntryView> Items, int Total);

/// <summary>What came of recomputing a chain.</summary>
public sealed record AuditVerdict
{
    /// <summary>The service.</summary>
    public required string Service { get; init; }

    /// <summary>Whether every hash is right and none is missing.</summary>
    public required bool Intact { get; init; }

    /// <summary>Entries that were recomputed.</summary>
    public required long Entries { get; init; }

    /// <summary>The last good place.</summary>
    public required long Position { get; init; }

    /// <summary>The hash at <see cref="Position"/>: noted elsewhere, it shows later whether the end was cut off.</summary>
    public required string Hash { get; init; }

    /// <summary>Number of the first entry that is wrong, or that follows on a missing one.</summary>
    public long? BrokenAt { get; init; }

    /// <summary><c>missing</c> (an entry before it is gone), <c>changed</c> (its content is not what was sealed), <c>cut</c> (the noted hash is no longer there).</summary>
    public string? Fault { get; init; }
}
