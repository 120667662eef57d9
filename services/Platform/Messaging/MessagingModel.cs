using Microsoft.EntityFrameworkCore;

namespace Conference.Platform.Messaging;

internal static class MessagingModel
{
    public static void AddMessaging(this ModelBuilder model)
    {
        model.Entity<InboxMessage>(inbox =>
        {
            inbox.ToTable("inbox");
            inbox.HasKey(message => new { message.MessageId, message.Queue });
            inbox.Property(message => message.Queue).HasMaxLength(100);
        });
        model.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("outbox");
            outbox.HasKey(message => message.Sequence);
            outbox.HasQueryFilter(message => message.HeldUntil < OutboxMessage.Kept);
            outbox.Property(message => message.MessageType).HasMaxLength(300);
            outbox.Property(message => message.Destination).HasMaxLength(500);
            outbox.Property(message => message.ContentType).HasMaxLength(100);
            outbox.Property(message => message.TraceParent).HasMaxLength(55);
            outbox.Property(message => message.Failure).HasMaxLength(500);
        });
    }
}
