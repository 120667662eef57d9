using System.Diagnostics;
using System.Text.Json.Nodes;
using Conference.Platform.Storage;
using MassTransit;
using MassTransit.Middleware.Outbox;
using MassTransit.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Platform.Messaging;

/// <summary>
/// Messages from outside a consumer. They leave with the next <c>SaveChangesAsync</c> or <c>InTransactionAsync</c>
/// of the store: publish, then save once.
/// </summary>
/// <remarks>Commands and events alike are published; what makes a command is that one service takes it.</remarks>
public static class OutboxExtensions
{
    /// <summary>Writes a message to the store's outbox.</summary>
    public static async Task PublishAsync<T>(this ServiceStore store, T message, CancellationToken cancellationToken = default) where T : class
    {
        ArgumentNullException.ThrowIfNull(store);
        var publish = new OutboxPublishEndpointProvider(new OutboxWriter(store), store.Services.GetRequiredService<IBus>());
        var endpoint = await publish.GetPublishSendEndpoint<T>();
        await endpoint.Send(message, cancellationToken);
    }

    /// <summary>Writes a scheduled message whose time has come to the store's outbox.</summary>
    public static void Send(this ServiceStore store, DueMessage message)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(message);
        var now = store.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        store.Add(new OutboxMessage
        {
            MessageId = message.MessageId,
            MessageType = message.MessageTypes[0],
            Destination = message.Destination,
            ContentType = SystemTextJsonMessageSerializer.JsonContentType.ToString(),
            Body = Envelope(message, now),
            TraceParent = Activity.Current?.Id,
            WrittenAt = now,
            HeldUntil = now + OutboxWriter.Hold,
        });
    }

    // https://masstransit.io/documentation/concepts/messages#message-envelope
    private static string Envelope(DueMessage message, DateTimeOffset now) => new JsonObject
    {
        ["messageId"] = message.MessageId,
        ["destinationAddress"] = message.Destination.ToString(),
        ["messageType"] = new JsonArray([.. message.MessageTypes.Select(type => JsonValue.Create(type))]),
        ["message"] = JsonNode.Parse(message.Payload),
        ["sentTime"] = now.UtcDateTime,
        ["headers"] = new JsonObject { [MessageHeaders.SchedulingTokenId] = message.Token },
    }.ToJsonString();
}
