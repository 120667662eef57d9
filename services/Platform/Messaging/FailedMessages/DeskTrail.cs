using Conference.Platform.Audit;

namespace Conference.Platform.Messaging.FailedMessages;

/// <summary>Names messages in the request's audit entry: their places on the desk say nothing once they are gone.</summary>
internal static class DeskTrail
{
    public static void Name(this AuditTrail trail, IReadOnlyList<FailedMessage> messages)
    {
        // The entry's place is short: of many, the first few and their number.
        if (messages.Count > 1)
            trail.Concerns("messages", messages.Count);
        foreach (var message in messages)
            trail.Concerns("messageId", message.MessageId);
    }
}
