namespace Conference.Platform.Messaging;

/// <summary>A message that took effect at one queue: seen there again, it changes nothing.</summary>
public sealed class InboxMessage
{
    /// <summary>The message's id.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The queue at which it took effect.</summary>
    public required string Queue { get; init; }

    /// <summary>When it took effect.</summary>
    public required DateTimeOffset ConsumedAt { get; init; }
}
