using System.Diagnostics;
using Conference.Tests.Support;
using Npgsql;
using NpgsqlTypes;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Conference.Benchmarks.Distributed;

/// <summary>
/// The least that a durable hop can cost here: a message comes from a quorum queue, one row is committed, the next
/// message is published and confirmed, the first is acknowledged. The drivers alone, on the servers the product uses.
/// </summary>
internal sealed class Floor : IAsyncDisposable
{
    private const int Queues = 6;
    private const ushort Prefetch = 16;
    private const int InFlight = 64;

    private readonly NpgsqlDataSource _database;
    private readonly IConnection[] _connections;
    private readonly ReadOnlyMemory<byte> _body;
    private long _hops;
    private volatile bool _stopping;

    private Floor(NpgsqlDataSource database, IConnection[] connections, int bytes)
    {
        _database = database;
        _connections = connections;
        _body = Enumerable.Range(0, bytes).Select(index => (byte)('a' + (index % 26))).ToArray();
    }

    /// <summary>Hops a second with messages of so many bytes.</summary>
    public static async Task<double> MeasureAsync(Servers servers, NpgsqlDataSource database, int bytes, TimeSpan time)
    {
        await database.CreateCommand("CREATE TABLE IF NOT EXISTS public.floor_hops (hop bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text NOT NULL)").ExecuteNonQueryAsync();
        var factory = new ConnectionFactory { Uri = new Uri(servers.BrokerUrl) };
        await using var floor = new Floor(database, await Task.WhenAll(Enumerable.Range(0, Queues).Select(_ => factory.CreateConnectionAsync())), bytes);
        return await floor.MeasureAsync(time);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
            await connection.DisposeAsync();
    }

    private async Task<double> MeasureAsync(TimeSpan time)
    {
        var publishers = await Task.WhenAll(_connections.Select(OpenAsync));
        for (var queue = 0; queue < Queues; queue++)
        {
            await publishers[queue].QueueDeclareAsync(Name(queue), durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
            await publishers[queue].QueuePurgeAsync(Name(queue));
        }

        for (var queue = 0; queue < Queues; queue++)
            await ConsumeAsync(queue, publishers[queue]);
        for (var message = 0; message < InFlight; message++)
            await PublishAsync(publishers[0], message % Queues);

        await Task.Delay(time / 4);
        var (before, watch) = (Interlocked.Read(ref _hops), Stopwatch.StartNew());
        await Task.Delay(time);
        var pace = (Interlocked.Read(ref _hops) - before) / watch.Elapsed.TotalSeconds;
        _stopping = true;
        await Task.Delay(TimeSpan.FromSeconds(1));
        return pace;
    }

    private static string Name(int queue) => $"floor-{queue}";

    private static Task<IChannel> OpenAsync(IConnection connection) => connection.CreateChannelAsync(
        new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, consumerDispatchConcurrency: Prefetch));

    private async Task ConsumeAsync(int queue, IChannel publisher)
    {
        var channel = await OpenAsync(_connections[queue]);
        await channel.BasicQosAsync(0, Prefetch, global: false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            await CommitAsync();
            if (!_stopping)
                await PublishAsync(publisher, (queue + 1) % Queues);
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
            Interlocked.Increment(ref _hops);
        };
        await channel.BasicConsumeAsync(Name(queue), autoAck: false, consumer);
    }

    private async Task CommitAsync()
    {
        await using var insert = _database.CreateCommand("INSERT INTO public.floor_hops (body) VALUES ($1)");
        insert.Parameters.Add(new NpgsqlParameter { Value = System.Text.Encoding.ASCII.GetString(_body.Span), NpgsqlDbType = NpgsqlDbType.Text });
        await insert.ExecuteNonQueryAsync();
    }

    private ValueTask PublishAsync(IChannel channel, int queue) => channel.BasicPublishAsync(
        "", Name(queue), mandatory: true, new BasicProperties { Persistent = true }, _body);
}
