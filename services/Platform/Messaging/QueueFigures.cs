using Conference.Platform.Telemetry.Figures;
using RabbitMQ.Client;

namespace Conference.Platform.Messaging;

/// <summary>
/// How many messages lie in the queues of this process's services, in their waiting rooms and in their error queues.
/// Without RabbitMQ there are none: what waits or failed stays in the outbox.
/// </summary>
internal sealed class QueueFigures(QueueMap queues, Broker? broker = null) : IFigureSource
{
    private static readonly Figure Ready = new("conference.queue.messages", null, "Messages that wait for a consumer");
    private static readonly Figure Later = new("conference.waiting_room.messages", null, "Messages that a consumer gave up on and that wait for their next round");
    private static readonly Figure Failed = new("conference.error_queue.messages", null, "Messages that failed and wait in an error queue");

    public IReadOnlyList<Figure> Figures => [Ready, Later, Failed];

    public async Task<IReadOnlyList<Reading>> ReadAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        if (broker is null)
            return [.. queues.All.SelectMany(queue => Depths(queue, 0, 0, 0))];

        await using var connection = await broker.ConnectAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var readings = new List<Reading>();
        foreach (var queue in queues.All)
        {
            readings.AddRange(Depths(
                queue,
                await channel.MessageCountAsync(queue, cancellationToken),
                await channel.MessageCountAsync(QueueMap.NameOf(BrokerTopology.WaitingRoomOf(queue)), cancellationToken),
                await channel.MessageCountAsync(BrokerTopology.ErrorsOf(queue), cancellationToken)));
        }

        return readings;
    }

    private static Reading[] Depths(string queue, uint ready, uint later, uint failed)
    {
        var label = Reading.Label("queue", queue);
        return [new Reading(Ready, ready, label), new Reading(Later, later, label), new Reading(Failed, failed, label)];
    }
}
