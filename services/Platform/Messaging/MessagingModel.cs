using Microsoft.EntityFrameworkCore;

namespace Conference.Platform.Messaging;

internal static class MessagingModel
{
    public static void AddMessaging(this ModelBuilder model)
    {
        model.Entity<InboxMessage>(inbox => inbox.HasKey(message => message.MessageId));
        model.Entity<OutboxMessage>(outbox => outbox.HasKey(message => message.Sequence));
    }
}
