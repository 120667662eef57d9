using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Conference.Tests.Support;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Conference.Benchmarks.Distributed;

/// <summary>
/// Hears from the broker, without asking the product, when a conference's invitations are durably queued and when it
/// is confirmed. Both are told after the commit, so what is measured holds the commit and one delivery more.
/// </summary>
internal sealed class Witness : IAsyncDisposable
{
    public const string Queued = "InvitationsSent";
    public const string Confirmed = "Confirmed";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<(Guid Conference, string Moment), TaskCompletionSource<long>> _moments = new();
    private readonly IConnection _connection;

    private Witness(IConnection connection) => _connection = connection;

    public static async Task<Witness> StartAsync(Servers servers)
    {
        var witness = new Witness(await new ConnectionFactory { Uri = new Uri(servers.BrokerUrl) }.CreateConnectionAsync());
        await witness.ListenAsync("Conference.Contracts.Invitations:InvitationsSent", _ => Queued);
        await witness.ListenAsync("Conference.Contracts.Requests:ConferenceChanged", message => message.Text("state"));
        return witness;
    }

    /// <summary>The moment, as <see cref="Stopwatch"/> counts.</summary>
    public Task<long> WhenAsync(Guid conference, string moment) => Of(conference, moment).Task.WaitAsync(Patience);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task ListenAsync(string exchange, Func<JsonElement, string> momentOf)
    {
        var channel = await _connection.CreateChannelAsync();
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        await channel.QueueBindAsync(queue, exchange, "");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            using var envelope = JsonDocument.Parse(delivery.Body);
            var message = envelope.RootElement.GetProperty("message");
            Of(message.GetProperty("conferenceId").GetGuid(), momentOf(message)).TrySetResult(Stopwatch.GetTimestamp());
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
    }

    private TaskCompletionSource<long> Of(Guid conference, string moment) =>
        _moments.GetOrAdd((conference, moment), _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));
}
