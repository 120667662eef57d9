using MassTransit;
using MassTransit.Serialization;

namespace Conference.Platform.Messaging;

/// <summary>
/// RabbitMQ only, around all retries: a message that a consumer gave up on goes to the queue's waiting room and comes
/// back after <see cref="BusOptions.RetryFailedAfter"/>; after <see cref="BusOptions.Redeliveries"/> rounds the error
/// queue takes it. It keeps its id, so that a copy made by a crash in here has no second effect. So does a message of a
/// type that nobody here takes: during an upgrade the replica of the next version has bound it to the queue, and one of
/// this version may get it first.
/// </summary>
internal sealed class Redelivery(string queue, QueueMap queues, BusOptions options) : IFilter<ConsumeContext>
{
    public const string Round = "conference-round";

    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        try
        {
            if (!queues.Takes(queue, context))
                throw new MessageNotConsumedException(context.ReceiveContext.InputAddress, $"This version takes no {string.Join(", ", context.SupportedMessageTypes)}; a newer one may.");
            await next.Send(context);
        }
        catch (Exception exception) when (!context.CancellationToken.IsCancellationRequested && RoundOf(context) < options.Redeliveries)
        {
            var waitingRoom = await context.ReceiveContext.SendEndpointProvider.GetSendEndpoint(BrokerTopology.WaitingRoomOf(queue));
            await waitingRoom.Send(new SerializedMessageBody(), new SameMessage(context, RoundOf(context) + 1), context.CancellationToken);
            // What failed before it reached its consumer would count as a message that nobody wants, and go to the skipped ones too.
            if (!context.ReceiveContext.IsFaulted)
                await context.ReceiveContext.NotifyFaulted(exception);
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("redelivery");

    private static int RoundOf(ConsumeContext context) => context.ReceiveContext.TransportHeaders.Get<int>(Round) ?? 0;

    /// <summary>Sends on what came in as it came, with the number of the round on the outside.</summary>
    private sealed class SameMessage(ConsumeContext incoming, int round) : IPipe<SendContext>, IMessageSerializer
    {
        public System.Net.Mime.ContentType ContentType { get; } = incoming.ReceiveContext.ContentType;

        public MessageBody GetMessageBody<T>(SendContext<T> context) where T : class => incoming.ReceiveContext.Body;

        public Task Send(SendContext context)
        {
            context.MessageId = incoming.MessageId;
            context.ConversationId = incoming.ConversationId;
            context.CorrelationId = incoming.CorrelationId;
            context.Headers.Set(Round, round);
            context.Serializer = this;
            // A waiting room that is gone takes nothing: then the error queue has it.
            if (context.TryGetPayload(out RabbitMqSendContext? rabbit))
                rabbit.Mandatory = true;
            return Task.CompletedTask;
        }

        public void Probe(ProbeContext context) => context.CreateFilterScope("sameMessage");
    }
}
