using System.Globalization;
using System.Text;
using System.Text.Json;
using Conference.Platform.Audit;
using RabbitMQ.Client;

namespace Conference.Platform.Messaging.FailedMessages;

/// <summary>
/// RabbitMQ: the service's error queues. To look at a message is to take it and give it back, so while somebody looks
/// or acts another sees fewer; nothing is lost when the process dies in between.
/// </summary>
internal sealed class ErrorQueues(Broker broker, IReadOnlyCollection<string> queues, AuditTrail trail) : IFailedMessages
{
    private const string FaultPrefix = "MT-Fault-";

    public async Task<(IReadOnlyList<FailedMessage> Items, int Total)> ListAsync(int most, CancellationToken cancellationToken)
    {
        await using var connection = await broker.ConnectAsync(cancellationToken);
        List<FailedMessage> items = [];
        var total = 0;
        foreach (var queue in queues)
        {
            // Closing the channel gives back what was taken.
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            total += (int)await channel.MessageCountAsync(BrokerTopology.ErrorsOf(queue), cancellationToken);
            while (items.Count < most && await channel.BasicGetAsync(BrokerTopology.ErrorsOf(queue), autoAck: false, cancellationToken) is { } taken)
                items.Add(View(queue, taken) with { Body = null });
        }

        return ([.. items.OrderBy(item => item.At)], total);
    }

    public async Task<FailedMessage?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await OnEachAsync(id, null, cancellationToken)).SingleOrDefault();

    // The broker has confirmed the copy before the original goes; a crash in between leaves two, and the inbox takes one.
    public Task<IReadOnlyList<FailedMessage>> RetryAsync(string? id, CancellationToken cancellationToken) => OnEachAsync(id, async (channel, queue, taken) =>
    {
        var properties = new BasicProperties(taken.BasicProperties);
        foreach (var header in properties.Headers?.Keys.Where(name => name.StartsWith(FaultPrefix, StringComparison.Ordinal) || name == Redelivery.Round).ToList() ?? [])
            properties.Headers!.Remove(header);
        await channel.BasicPublishAsync("", queue, mandatory: true, properties, taken.Body, cancellationToken);
    }, cancellationToken);

    public async Task<FailedMessage?> DiscardAsync(string id, CancellationToken cancellationToken) =>
        (await OnEachAsync(id, (_, _, _) => Task.CompletedTask, cancellationToken)).SingleOrDefault();

    /// <summary>
    /// Goes over all messages, or to the one named. With <paramref name="act"/> it takes away what that is done with, once
    /// the audit log says so: a message that is gone could not be named any more. Those it went to.
    /// </summary>
    private async Task<IReadOnlyList<FailedMessage>> OnEachAsync(string? id, Func<IChannel, string, BasicGetResult, Task>? act, CancellationToken cancellationToken)
    {
        await using var connection = await broker.ConnectAsync(cancellationToken);
        List<FailedMessage> found = [];
        List<(IChannel Channel, ulong Tag)> done = [];
        foreach (var queue in queues)
        {
            // Stays open, and goes with the connection: what was taken is its own until it is acknowledged.
            var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellationToken);
            // What fails again meanwhile is for the next time.
            for (var left = await channel.MessageCountAsync(BrokerTopology.ErrorsOf(queue), cancellationToken); left > 0 && (id is null || found.Count == 0); left--)
            {
                if (await channel.BasicGetAsync(BrokerTopology.ErrorsOf(queue), autoAck: false, cancellationToken) is not { } taken)
                    break;
                if (id is not null && IdOf(taken) != id)
                    continue;
                found.Add(id is null ? View(queue, taken) with { Body = null } : View(queue, taken));
                if (act is null)
                    continue;
                await act(channel, queue, taken);
                done.Add((channel, taken.DeliveryTag));
            }
        }

        if (done.Count > 0)
            await TakeAwayAsync(found, done, cancellationToken);
        return found;
    }

    private async Task TakeAwayAsync(List<FailedMessage> found, List<(IChannel Channel, ulong Tag)> done, CancellationToken cancellationToken)
    {
        trail.Name(found);
        await trail.WriteAheadAsync();
        foreach (var (channel, tag) in done)
            await channel.BasicAckAsync(tag, multiple: false, cancellationToken);
        foreach (var channel in done.Select(message => message.Channel).Distinct())
            await channel.CloseAsync(cancellationToken);
    }

    private static FailedMessage View(string queue, BasicGetResult taken)
    {
        var properties = taken.BasicProperties;
        return new FailedMessage
        {
            Id = IdOf(taken),
            MessageId = properties.MessageId,
            Queue = queue,
            MessageType = FailedMessage.TypeOf(TypeIn(taken.Body)),
            At = DateTimeOffset.TryParse(Header(properties, FaultPrefix + "Timestamp"), CultureInfo.InvariantCulture, out var at) ? at : default,
            Failure = $"{FailedMessage.TypeOf(Header(properties, FaultPrefix + "ExceptionType"))}: {Header(properties, FaultPrefix + "Message")}",
            Body = Encoding.UTF8.GetString(taken.Body.Span),
        };
    }

    private static string TypeIn(ReadOnlyMemory<byte> envelope)
    {
        try
        {
            using var document = JsonDocument.Parse(envelope);
            return document.RootElement.GetProperty("messageType")[0].GetString() ?? "";
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            // Whatever lies in the queue is shown: somebody may have put it there by hand.
            return "";
        }
    }

    // One message can fail at several queues: its id alone does not name the copy.
    private static string IdOf(BasicGetResult taken) => $"{taken.Exchange}.{taken.BasicProperties.MessageId}";

    private static string Header(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers?.TryGetValue(name, out var value) == true ? value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value?.ToString() ?? "" : "";
}
