using Conference.Platform.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Conference.Platform.Messaging;

/// <summary>
/// Before anything is sent or taken: waits for the broker, declares the queues of this process's services with
/// their waiting rooms and error queues, and stops the start when the broker does not know the user, or a queue is there
/// already as something else.
/// </summary>
internal sealed class BrokerTopology(Broker broker, QueueMap queues, IOptions<BusOptions> options, TimeProvider clock, ILogger<BrokerTopology> logger) : IHostedLifecycleService
{
    private const int AccessRefused = 403;
    private const int NotFound = 404;
    private const int PreconditionFailed = 406;
    private const int InternalError = 541;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Where a message waits for its next round.</summary>
    public static Uri WaitingRoomOf(string queue) => new($"exchange:{queue}_later");

    /// <summary>Where a message ends that was given up.</summary>
    public static string ErrorsOf(string queue) => $"{queue}_error";

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        while (!await TryDeclareAsync(cancellationToken))
            await Task.Delay(Pause, clock, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> TryDeclareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await broker.ConnectAsync(cancellationToken);
            foreach (var queue in queues.All)
                await DeclareAsync(connection, queue, cancellationToken);
            return true;
        }
        catch (BrokerUnreachableException exception) when (IsRefusal(exception))
        {
            throw new InvalidSettingException(
                $"{BusOptions.Section}:{nameof(BusOptions.RabbitMq)}", "…",
                "the URL of a broker that knows the user and password in it; it refused them");
        }
        catch (Exception exception) when (Passes(exception))
        {
            logger.LogWarning("RabbitMQ is not ready ({Reason}); it is asked again", exception.InnerException?.Message ?? exception.Message);
            return false;
        }
    }

    /// <summary>
    /// Whether a failure passes, other than what a broker refuses for good: a node that is just stopping, a cluster without
    /// a majority, a queue that another replica declares in the same moment (RabbitMQ then calls its home node down).
    /// </summary>
    internal static bool Passes(Exception exception) => exception is BrokerUnreachableException or AlreadyClosedException or TimeoutException or IOException
        or OperationInterruptedException { ShutdownReason.ReplyCode: NotFound or >= InternalError };

    /// <summary>Whether a node refused user or password: to ask again would not help.</summary>
    internal static bool IsRefusal(Exception? exception) => exception switch
    {
        null => false,
        AuthenticationFailureException => true,
        AggregateException many => many.InnerExceptions.Any(IsRefusal),
        _ => IsRefusal(exception.InnerException),
    };

    private async Task DeclareAsync(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        try
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            await DeclareAsync(channel, queue, cancellationToken);
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == AccessRefused)
        {
            throw new InvalidSettingException(
                $"{BusOptions.Section}:{nameof(BusOptions.RabbitMq)}", "…",
                $"the URL of a broker whose user may configure, write and read; it refused '{queue}' ({exception.ShutdownReason.ReplyText})");
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == PreconditionFailed)
        {
            throw new InvalidSettingException(
                $"{BusOptions.Section}:{nameof(BusOptions.RabbitMq)}", "…",
                $"a broker on which '{queue}' is a quorum queue of this product; it is there with other arguments ({exception.ShutdownReason.ReplyText}). Empty it, delete it and start again");
        }
    }

    private async Task DeclareAsync(IChannel channel, string queue, CancellationToken cancellationToken)
    {
        await DeclareAsync(channel, queue, [], cancellationToken);
        await DeclareAsync(channel, ErrorsOf(queue), [], cancellationToken);
        await DeclareAsync(
            channel,
            QueueMap.NameOf(WaitingRoomOf(queue)),
            new Dictionary<string, object?>
            {
                ["x-message-ttl"] = (long)options.Value.RetryFailedAfter.TotalMilliseconds,
                ["x-dead-letter-exchange"] = queue,
                // The way back is confirmed too.
                ["x-dead-letter-strategy"] = "at-least-once",
                ["x-overflow"] = "reject-publish",
            },
            cancellationToken);
    }

    private static async Task DeclareAsync(IChannel channel, string queue, Dictionary<string, object?> more, CancellationToken cancellationToken)
    {
        var arguments = RabbitMqSetup.QueueArguments.Concat(more).ToDictionary();
        await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancellationToken);
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(queue, queue, "", cancellationToken: cancellationToken);
    }
}
