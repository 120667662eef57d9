namespace Conference.Platform.Messaging;

/// <summary>A message that was committed with the state that caused it, until it has been delivered.</summary>
public sealed class OutboxMessage
{
    /// <summary>
    /// <see cref="HeldUntil"/> of a message that was sent and only stays for a restore. Such rows are left out of every
    /// query that does not ask for them.
    /// </summary>
    internal static readonly DateTimeOffset Kept = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Order of writing within the store.</summary>
    public long Sequence { get; init; }

    /// <summary>The message's id. It stays the same however often the message is sent.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The flow that the message belongs to.</summary>
    public Guid? ConversationId { get; init; }

    /// <summary>What the message is about, where its type says so.</summary>
    public Guid? CorrelationId { get; init; }

    /// <summary>The message's type, as the bus names it.</summary>
    public required string MessageType { get; init; }

    /// <summary>The queue or exchange that it goes to.</summary>
    public required Uri Destination { get; init; }

    /// <summary>The format of <see cref="Body"/>.</summary>
    public required string ContentType { get; init; }

    /// <summary>The message as it travels: envelope, headers and content.</summary>
    public required string Body { get; init; }

    /// <summary>The trace in which it was written (W3C traceparent).</summary>
    public string? TraceParent { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Until when its sending is left to the process that wrote it or took it up last.</summary>
    public required DateTimeOffset HeldUntil { get; init; }

    /// <summary>Why a consumer gave up on it; it is tried again later (<see cref="BusOptions.RetryFailedAfter"/>) and at the next start. Null until then.</summary>
    public string? Failure { get; init; }
}
