using System.Collections.Concurrent;
using Conference.Tests.Support;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Conference.Benchmarks.Distributed;

/// <summary>Counts every message that is published, by type and with its bytes. It costs the broker something: not for timed rounds.</summary>
internal sealed class Census : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Published> _types = new();
    private readonly ConcurrentDictionary<string, byte> _known = new();
    private readonly IConnection _connection;

    private Census(IConnection connection) => _connection = connection;

    /// <summary>Types with their count and bytes, the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, Published>> Types => [.. _types.OrderByDescending(type => type.Value.Count)];

    public Published All => _types.Values.Aggregate(default(Published), (sum, type) => new Published(sum.Count + type.Count, sum.Bytes + type.Bytes));

    public static async Task<Census> StartAsync(Servers servers)
    {
        var census = new Census(await new ConnectionFactory { Uri = new Uri(servers.BrokerUrl) }.CreateConnectionAsync());
        var exchanges = await servers.Brokers[0].RunAsync("rabbitmqctl", "-q", "list_exchanges", "name");
        // An exchange with a colon is a message type; commands to the scheduler are sent to its own.
        foreach (var exchange in exchanges.Split('\n', StringSplitOptions.TrimEntries).Where(name => name.Contains(':', StringComparison.Ordinal) || name == "timers"))
            await census.ListenAsync(exchange);
        return census;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task ListenAsync(string exchange)
    {
        var channel = await _connection.CreateChannelAsync();
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        await channel.QueueBindAsync(queue, exchange, "");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            if (_known.TryAdd(delivery.BasicProperties.MessageId ?? "", 0))
                _types.AddOrUpdate(exchange, new Published(1, delivery.Body.Length), (_, type) => new Published(type.Count + 1, type.Bytes + delivery.Body.Length));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
    }
}

internal readonly record struct Published(long Count, long Bytes);
