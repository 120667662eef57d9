using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Conference.Platform.Storage;
using MassTransit;
using MassTransit.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Conference.Platform.Messaging;

/// <summary>
/// Sends what one store committed: at once what this process wrote, by a slow look what was left over. Retries for
/// ever and never drops; a row goes when the broker has confirmed it or, embedded, when it took effect everywhere.
/// </summary>
internal sealed class OutboxDelivery(
    Type storeType,
    IServiceScopeFactory scopes,
    IBusControl bus,
    QueueMap queues,
    Acknowledgements acknowledgements,
    IOptions<BusOptions> options,
    TimeProvider clock,
    ILogger<OutboxDelivery> logger) : BackgroundService, IHostedLifecycleService
{
    /// <summary>The traces of delivery.</summary>
    public const string TraceSource = "Conference.Outbox";

    private const int AtOnce = 64;
    private static readonly ActivitySource Traces = new(TraceSource);
    private static readonly TimeSpan SweepPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SettlePause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LastSends = TimeSpan.FromSeconds(3);

    private readonly OutboxTable _table = new(storeType, scopes);
    private readonly Channel<OutboxMessage> _ready = Channel.CreateUnbounded<OutboxMessage>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Channel<Settled> _settled = Channel.CreateUnbounded<Settled>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<long, int> _attempts = new();
    private readonly SemaphoreSlim _free = new(AtOnce);
    private bool _swept;

    /// <summary>Takes rows that were just committed, or claimed from the table.</summary>
    public void HandOver(IEnumerable<OutboxMessage> messages)
    {
        foreach (var message in messages)
        {
            if (_attempts.TryAdd(message.Sequence, 0))
                _ready.Writer.TryWrite(message);
        }
    }

    /// <summary>The bus still works: what was committed goes out now.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        var end = clock.GetUtcNow() + LastSends;
        while (!options.Value.IsEmbedded && !_attempts.IsEmpty && clock.GetUtcNow() < end && !cancellationToken.IsCancellationRequested)
            await Task.Delay(SettlePause, clock, CancellationToken.None);
        await base.StopAsync(cancellationToken);
    }

    /// <summary>What consumers committed while the bus stopped is for another process, at once.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (options.Value.IsEmbedded || _attempts.IsEmpty)
            return;
        try
        {
            await SettleAsync(TakeSettled(int.MaxValue));
            await _table.ReleaseAsync([.. _attempts.Keys], clock.GetUtcNow());
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "What {Store} did not send any more is taken up a little later", storeType.Name);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await bus.WaitForHealthStatus(BusHealthStatus.Healthy, stoppingToken);
        await Task.WhenAll(
            KeepOnAsync(SweepAsync, stoppingToken),
            KeepOnAsync(SendAsync, stoppingToken),
            KeepOnAsync(SettleAsync, stoppingToken));
    }

    private async Task KeepOnAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await work(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "Delivery from {Store} was interrupted and goes on", storeType.Name);
                await Task.Delay(SweepPause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        // What an earlier run of the only process left over has nobody else to wait for.
        if (!_swept)
            await _table.ClaimAsync(clock.GetUtcNow(), evenIfHeld: options.Value.IsEmbedded, HandOver, stoppingToken);
        _swept = true;
        await Task.Delay(SweepPause, stoppingToken);
        await _table.ClaimAsync(clock.GetUtcNow(), evenIfHeld: false, HandOver, stoppingToken);
    }

    // In the order of writing; one that is slow takes a place, and does not stop those behind it.
    private async Task SendAsync(CancellationToken stoppingToken)
    {
        while (await _ready.Reader.WaitToReadAsync(stoppingToken))
        {
            await _free.WaitAsync(stoppingToken);
            if (_ready.Reader.TryRead(out var message))
                _ = SendAndMakeRoomAsync(message, stoppingToken);
            else
                _free.Release();
        }
    }

    private async Task SendAndMakeRoomAsync(OutboxMessage message, CancellationToken stoppingToken)
    {
        try
        {
            // What arrived all the same after its time was up is settled: it needs no second time.
            if (_attempts.TryGetValue(message.Sequence, out var attempts))
                await SendAsync(message, attempts, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The row stays, for the next process or the next start.
        }
        finally
        {
            _free.Release();
        }
    }

    private async Task SendAsync(OutboxMessage message, int attempts, CancellationToken stoppingToken)
    {
        using var trace = message.TraceParent is null ? null : Traces.StartActivity("outbox send", ActivityKind.Internal, message.TraceParent);
        try
        {
            var takers = options.Value.IsEmbedded ? queues.TakersOf(message.Destination, bus.Topology) : [];
            if (takers.Count > 0 && attempts == 0)
                acknowledgements.Expect(message.MessageId, takers, failure => _settled.Writer.TryWrite(new Settled(message.Sequence, failure)));
            await HandToBusAsync(message, stoppingToken);
            if (takers.Count == 0)
                _settled.Writer.TryWrite(new Settled(message.Sequence, null));
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            var attempt = attempts + 1;
            if (!_attempts.TryUpdate(message.Sequence, attempt, attempts))
                return;
            logger.LogWarning(exception, "Message {MessageId} ({MessageType}) could not be sent, attempt {Attempt}", message.MessageId, message.MessageType, attempt);
            _ = SendAgainAsync(message, TimeSpan.FromSeconds(Math.Min(30, 1 << Math.Min(attempt, 5))), stoppingToken);
        }
    }

    // A confirm that was lost with its connection may never come. What waits for a broker is called back, so that it does
    // not go out a second time when the broker is back; who does not listen to that is left behind.
    private async Task HandToBusAsync(OutboxMessage message, CancellationToken stoppingToken)
    {
        using var timeUp = new CancellationTokenSource(SendLimit, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timeUp.Token, stoppingToken);
        var endpoint = await bus.GetSendEndpoint(message.Destination);
        await endpoint.Send(new SerializedMessageBody(), new StoredMessage(message), end.Token).WaitAsync(end.Token);
    }

    private async Task SendAgainAsync(OutboxMessage message, TimeSpan pause, CancellationToken stoppingToken)
    {
        await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ready.Writer.TryWrite(message);
    }

    private async Task SettleAsync(CancellationToken stoppingToken)
    {
        while (await _settled.Reader.WaitToReadAsync(stoppingToken))
        {
            // Deleting many rows at once makes the outbox cost a fraction of a commit a message.
            await Task.Delay(SettlePause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await SettleAsync(TakeSettled(500));
        }
    }

    private List<Settled> TakeSettled(int atMost)
    {
        var batch = new List<Settled>();
        while (batch.Count < atMost && _settled.Reader.TryRead(out var settled))
            batch.Add(settled);
        return batch;
    }

    private async Task SettleAsync(List<Settled> batch)
    {
        try
        {
            await _table.SettleAsync(batch, options.Value is { IsEmbedded: false, KeepSentFor.Ticks: > 0 }, clock.GetUtcNow() + options.Value.RetryFailedAfter);
            foreach (var settled in batch)
                _attempts.TryRemove(settled.Sequence, out _);
        }
        catch
        {
            foreach (var settled in batch)
                _settled.Writer.TryWrite(settled);
            throw;
        }
    }
}
