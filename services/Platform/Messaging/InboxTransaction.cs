using Conference.Platform.Storage;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.EntityFrameworkCore;

namespace Conference.Platform.Messaging;

/// <summary>
/// Gives a message its effect once: inbox row, the consumer's changes and its outgoing messages are one
/// transaction with one commit. A message that is in the inbox already is acknowledged without effect.
/// </summary>
internal sealed class InboxTransaction(IServiceProvider scope, QueueMap queues, Acknowledgements acknowledgements, TimeProvider clock) : IOutboxContextFactory<ServiceStore>
{
    public async Task Send<T>(ConsumeContext<T> context, OutboxConsumeOptions options, IPipe<OutboxConsumeContext<T>> next) where T : class
    {
        var messageId = context.MessageId ?? throw new MessageException(typeof(T), "A message without an id cannot be told from its repetition.");
        var queue = QueueMap.NameOf(context.ReceiveContext.InputAddress);
        var store = queues.StoreOf(queue, scope);
        context.AddOrUpdatePayload(() => store, _ => store);

        await store.InTransactionAsync(
            async () =>
            {
                var repeated = !await EnterAsync(store, messageId, queue, context.CancellationToken);
                await next.Send(new InboxConsumeContext<T>(context, options, scope, store, repeated));
            },
            context.CancellationToken);
        acknowledgements.Acknowledge(messageId, queue);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");

    // ON CONFLICT decides a race of two deliveries without an exception: the later one waits for the earlier's commit.
    private async Task<bool> EnterAsync(ServiceStore store, Guid messageId, string queue, CancellationToken cancellationToken)
    {
        var sql = $"INSERT INTO {store.TableOf<InboxMessage>()} (message_id, queue, consumed_at) VALUES ({{0}}, {{1}}, {{2}}) ON CONFLICT DO NOTHING";
        return await store.Database.ExecuteSqlRawAsync(sql, [messageId, queue, store.Instant(clock.GetUtcNow())], cancellationToken) == 1;
    }
}
