using System.Net.Mime;
using MassTransit;

namespace Conference.Platform.Messaging;

/// <summary>Sends an outbox row as it was written: nothing is serialised twice.</summary>
internal sealed class StoredMessage(OutboxMessage message) : IPipe<SendContext>, IMessageSerializer
{
    public ContentType ContentType { get; } = new(message.ContentType);

    public MessageBody GetMessageBody<T>(SendContext<T> context) where T : class => new StringMessageBody(message.Body);

    public Task Send(SendContext context)
    {
        context.MessageId = message.MessageId;
        context.ConversationId = message.ConversationId;
        context.CorrelationId = message.CorrelationId;
        context.Serializer = this;
        // What no queue takes comes back and is sent again: the receiver may not have been set up yet.
        if (context.TryGetPayload(out RabbitMqSendContext? rabbit))
            rabbit.Mandatory = true;
        return Task.CompletedTask;
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("storedMessage");
}
