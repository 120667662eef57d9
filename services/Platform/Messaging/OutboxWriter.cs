using System.Diagnostics;
using Conference.Platform.Storage;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Platform.Messaging;

/// <summary>Turns what is about to be sent into rows of a store's outbox.</summary>
internal sealed class OutboxWriter(ServiceStore store) : OutboxSendContext
{
    /// <summary>For how long the process that wrote a row is left to send it before another takes it up.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(10);

    public static void Write<T>(ServiceStore store, SendContext<T> context) where T : class
    {
        var now = store.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        store.Add(new OutboxMessage
        {
            MessageId = context.MessageId ?? throw new MessageException(typeof(T), "The bus gave the message no id."),
            ConversationId = context.ConversationId,
            CorrelationId = context.CorrelationId,
            MessageType = context.SupportedMessageTypes[0],
            Destination = context.DestinationAddress ?? throw new MessageException(typeof(T), "The bus gave the message no destination."),
            ContentType = context.Serializer.ContentType.ToString(),
            Body = context.Serializer.GetMessageBody(context).GetString(),
            TraceParent = Activity.Current?.Id,
            WrittenAt = now,
            HeldUntil = now + Hold,
        });
    }

    public Task AddSend<T>(SendContext<T> context) where T : class
    {
        Write(store, context);
        return Task.CompletedTask;
    }

    public object? GetService(Type serviceType) => store.Services.GetService(serviceType);
}
