using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Conference.Audit.Queues;

/// <summary>How many messages lie in a queue, and how many consumers it has.</summary>
internal sealed record QueueDepth(string Queue, uint Messages, uint Consumers)
{
    /// <summary>Whether what lies here failed for now and comes back by itself.</summary>
    public bool HoldsRetries => Queue.EndsWith("_later", StringComparison.Ordinal);

    /// <summary>Whether what lies here failed and waits for a person.</summary>
    public bool HoldsFailures => Queue.EndsWith("_error", StringComparison.Ordinal);

    /// <summary>Whether what lies here is what the bus puts aside by default, out of the product's sight.</summary>
    public bool HoldsSkipped => Queue.EndsWith("_skipped", StringComparison.Ordinal);
}

/// <summary>Asks the broker for the depth of the known queues, by passive declarations: nothing is made or taken.</summary>
internal static class Broker
{
    private const ushort NotFound = 404;

    public static async Task<IReadOnlyList<QueueDepth>> ReadAsync(IReadOnlyList<Uri> nodes, CancellationToken cancellationToken)
    {
        try
        {
            var factory = new ConnectionFactory { Uri = nodes[0], ClientProvidedName = "conference-audit" };
            await using var connection = await factory.CreateConnectionAsync([.. nodes.Select(node => new AmqpTcpEndpoint(node.Host, node.Port > 0 ? node.Port : node.Scheme == "amqps" ? 5671 : 5672, factory.Ssl))], cancellationToken);
            var depths = new List<QueueDepth>();
            foreach (var queue in QueueNames.All.SelectMany(name => new[] { name, $"{name}_later", $"{name}_error", $"{name}_skipped" }))
            {
                if (await DepthAsync(connection, queue, cancellationToken) is { } depth)
                    depths.Add(depth);
            }

            return depths;
        }
        catch (BrokerUnreachableException failure)
        {
            throw new WrongSettingException($"Wrong setting: Bus:RabbitMq: the broker does not answer ({failure.InnerException?.Message ?? failure.Message}).");
        }
    }

    private static async Task<QueueDepth?> DepthAsync(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        // A queue that is not there closes the channel: each question has its own.
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            var answer = await channel.QueueDeclarePassiveAsync(queue, cancellationToken);
            return new QueueDepth(queue, answer.MessageCount, answer.ConsumerCount);
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == NotFound)
        {
            return null;
        }
    }
}
