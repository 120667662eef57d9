using System.Globalization;
using System.Text;
using System.Text.Json;
using RabbitMQ.Client;

namespace Conference.Platform.Messaging.FailedMessages;

/// <summary>
/// RabbitMQ: the service's error queues. To look at a message is to take it and give it back, so while somebody looks
/// or acts another sees fewer; nothing is lost when the process dies in between.
/// </summary>
internal sealed class ErrorQueues(Broker broker, IReadOnlyCollection<string> queues) : IFailedMessages
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
        (await OnEachAsync(id, (_, _, _) => Task.FromResult(false), cancellationToken)).SingleOrDefault();

    // The broker has confirmed the copy before the original goes; a crash in between leaves two, and the inbox takes one.
    public Task<IReadOnlyList<FailedMessage>> RetryAsync(string? id, CancellationToken cancellationToken) => OnEachAsync(id, async (channel, queue, taken) =>
    {
        var properties = new BasicProperties(taken.BasicProperties);
        foreach (var header in properties.Headers?.Keys.Where(name => name.StartsWith(FaultPrefix, StringComparison.Ordinal) || name == Redelivery.Round).ToList() ?? [])
            properties.Headers!.Remove(header);
        await channel.BasicPublishAsync("", queue, mandatory: true, properties, taken.Body, cancellationToken);
        return true;
    }, cancellationToken);

    public async Task<FailedMessage?> DiscardAsync(string id, CancellationToken cancellationToken) =>
        (await OnEachAsync(id, (_, _, _) => Task.FromResult(true), cancellationToken)).SingleOrDefault();

    /// <summary>Goes over all messages, or to the one named; acts, and takes away what <paramref name="act"/> is done with. Those it acted on.</summary>
    private async Task<IReadOnlyList<FailedMessage>> OnEachAsync(string? id, Func<IChannel, string, BasicGetResult, Task<bool>> act, CancellationToken cancellationToken)
    {
        await using var connection = await broker.ConnectAsync(cancellationToken);
        List<FailedMessage> acted = [];
        foreach (var queue in queues)
        {
            await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellationToken);
            // What fails again meanwhile is for the next time.
            for (var left = await channel.MessageCountAsync(BrokerTopology.ErrorsOf(queue), cancellationToken); left > 0 && (id is null || acted.Count == 0); left--)
            {
                if (await channel.BasicGetAsync(BrokerTopology.ErrorsOf(queue), autoAck: false, cancellationToken) is not { } taken)
                    break;
                if (id is not null && IdOf(taken) != id)
                    continue;
                acted.Add(id is null ? View(queue, taken) with { Body = null } : View(queue, taken));
                if (await act(channel, queue, taken))
                    await channel.BasicAckAsync(taken.DeliveryTag, multiple: false, cancellationToken);
            }
        }

        return acted;
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
