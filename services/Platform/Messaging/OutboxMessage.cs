namespace Conference.Platform.Messaging;

/// <summary>A message that was committed with the state that caused it, until it has been delivered.</summary>
public sealed class OutboxMessage
{
    /// <summary>Order of writing within the store.</summary>
    public long Sequence { get; init; }
}
