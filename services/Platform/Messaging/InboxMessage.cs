namespace Conference.Platform.Messaging;

/// <summary>A message that took effect at one consumer: seen again, it changes nothing.</summary>
public sealed class InboxMessage
{
    /// <summary>The message's id.</summary>
    public required Guid MessageId { get; init; }
}
