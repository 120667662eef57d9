using Conference.Platform.Telemetry.Figures;
using RabbitMQ.Client;

namespace Conference.Platform.Messaging;

/// <summary>
/// How many messages lie in the error queues of this process's services. Without RabbitMQ there are none: what failed
/// stays in the outbox.
/// </summary>
internal sealed class ErrorQueueFigures(QueueMap queues, Broker? broker = null) : IFigureSource
{
    private static readonly Figure Messages = new("conference.error_queue.messages", null, "Messages that failed and wait in an error queue");

    public IReadOnlyList<Figure> Figures => [Messages];

    public async Task<IReadOnlyList<Reading>> ReadAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        if (broker is null)
            return [.. queues.All.Select(queue => Depth(queue, 0))];

        await using var connection = await broker.ConnectAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var readings = new List<Reading>();
        foreach (var queue in queues.All)
            readings.Add(Depth(queue, (await channel.QueueDeclarePassiveAsync(BrokerTopology.ErrorsOf(queue), cancellationToken)).MessageCount));
        return readings;
    }

    private static Reading Depth(string queue, uint messages) => new(Messages, messages, Reading.Label("queue", queue));
}
