using Conference.Platform.Storage;
using MassTransit;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;

namespace Conference.Platform.Messaging;

/// <summary>What a consumer sees: all that it publishes or sends becomes rows of its store's outbox.</summary>
internal sealed class InboxConsumeContext<T>(ConsumeContext<T> context, OutboxConsumeOptions options, IServiceProvider scope, ServiceStore store, bool repeated)
    : OutboxConsumeContextProxy<T>(context, options, scope)
    where T : class
{
    public override bool ContinueProcessing { get; set; }

    public override bool IsMessageConsumed => repeated;

    // Delivery is a service of its own, so what a repeated message left in the outbox needs no look.
    public override bool IsOutboxDelivered => repeated;

    public override int ReceiveCount => 1;

    public override long? LastSequenceNumber => null;

    public override Task SetConsumed() => Task.CompletedTask;

    public override Task SetDelivered() => Task.CompletedTask;

    public override Task<List<OutboxMessageContext>> LoadOutboxMessages() => Task.FromResult<List<OutboxMessageContext>>([]);

    public override Task NotifyOutboxMessageDelivered(OutboxMessageContext message) => Task.CompletedTask;

    public override Task RemoveOutboxMessages() => Task.CompletedTask;

    public override Task AddSend<TMessage>(SendContext<TMessage> context)
    {
        OutboxWriter.Write(store, context);
        return Task.CompletedTask;
    }
}
