using Conference.Platform.Messaging;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Platform;

public sealed class MessagingTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Guid _id = Guid.CreateVersion7();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_message_goes_through_two_stores_and_leaves_the_outboxes_empty()
    {
        await using var host = await TestHost.StartAsync(_folder);

        await host.PublishAsync(new Count { CounterId = _id });
        await host.SettleAsync();

        (await host.InAsync<CountingStore, int>(store => store.Counters.Where(counter => counter.Id == _id).Select(counter => counter.Value).SingleAsync())).ShouldBe(1);
        (await EchoesAsync(host)).ShouldBe([1]);
    }

    [Fact]
    public async Task A_message_that_is_not_saved_is_not_sent()
    {
        await using var host = await TestHost.StartAsync(_folder);

        await host.InAsync<EchoingStore, bool>(async store =>
        {
            await store.PublishAsync(new Count { CounterId = Guid.CreateVersion7() });
            return true;
        });
        await host.PublishAsync(new Count { CounterId = _id });
        await host.SettleAsync();

        (await host.InAsync<CountingStore, int>(store => store.Counters.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_repeated_message_takes_effect_once_and_is_acknowledged()
    {
        await using var host = await TestHost.StartAsync(_folder);
        await host.PublishAsync(new Count { CounterId = _id });
        await host.SettleAsync();

        var messageId = await host.InAsync<CountingStore, Guid>(store => store.Inbox.Select(message => message.MessageId).SingleAsync());
        await SendAgainAsync(host, messageId, times: 5);
        await host.SettleAsync();

        (await EchoesAsync(host)).ShouldBe([1]);
    }

    [Fact]
    public async Task A_consumer_that_throws_leaves_nothing_but_a_failed_message_that_the_next_start_tries_again()
    {
        var host = await TestHost.StartAsync(_folder);
        await host.PublishAsync(new Count { CounterId = _id, Breaks = true });
        await host.UntilAsync<EchoingStore>(store => store.Outbox.AnyAsync(message => message.Failure != null));

        (await host.InAsync<CountingStore, int>(store => store.Counters.CountAsync())).ShouldBe(0);
        (await host.InAsync<CountingStore, int>(store => store.Inbox.CountAsync())).ShouldBe(0);
        (await host.InAsync<CountingStore, int>(store => store.Outbox.CountAsync())).ShouldBe(0);
        (await host.InAsync<EchoingStore, string?>(store => store.Outbox.Select(message => message.Failure).SingleAsync())).ShouldBe("counting-count: InvalidOperationException: Broken on purpose.");

        await host.InAsync<EchoingStore, int>(store => store.Outbox.ExecuteUpdateAsync(row => row.SetProperty(message => message.Body, message => message.Body.Replace("true", "false"))));
        await host.DisposeAsync();
        await using var next = await TestHost.StartAsync(_folder);
        await next.UntilAsync<EchoingStore>(async store => !await store.Outbox.AnyAsync());
        await next.SettleAsync();
        (await EchoesAsync(next)).ShouldBe([1]);
    }

    [Fact]
    public async Task A_message_that_failed_for_a_while_takes_effect_without_a_restart()
    {
        await using var host = await TestHost.StartAsync(_folder, "--Bus:RetryFailedAfter=00:00:01");
        await host.PublishAsync(new Count { CounterId = _id, Breaks = true });
        await host.UntilAsync<EchoingStore>(store => store.Outbox.AnyAsync(message => message.Failure != null));

        await host.InAsync<EchoingStore, int>(store => store.Outbox.ExecuteUpdateAsync(row => row.SetProperty(message => message.Body, message => message.Body.Replace("true", "false"))));

        await host.UntilAsync<EchoingStore>(async store => !await store.Outbox.AnyAsync());
        await host.SettleAsync();
        (await EchoesAsync(host)).ShouldBe([1]);
    }

    [Fact]
    public async Task What_a_killed_process_had_committed_is_sent_by_the_next()
    {
        await using (var killed = await TestHost.CreateAsync(_folder))
            await killed.PublishAsync(new Count { CounterId = _id });

        await using var host = await TestHost.StartAsync(_folder);
        await host.SettleAsync();

        (await EchoesAsync(host)).ShouldBe([1]);
    }

    [Fact]
    public async Task What_a_clock_that_was_ahead_holds_for_an_hour_is_sent_all_the_same()
    {
        await using var host = await TestHost.StartAsync(_folder);
        await using (var killed = await TestHost.CreateAsync(_folder))
        {
            await killed.PublishAsync(new Count { CounterId = _id });
            var anHourOn = TimeProvider.System.GetUtcNow().AddHours(1);
            (await killed.InAsync<EchoingStore, int>(store => store.Outbox.ExecuteUpdateAsync(row => row.SetProperty(message => message.HeldUntil, anHourOn)))).ShouldBe(1);
        }

        await host.UntilAsync<EchoingStore>(async store => !await store.Outbox.AnyAsync());
        await host.SettleAsync();

        (await EchoesAsync(host)).ShouldBe([1]);
    }

    [Fact]
    public async Task A_send_that_never_returns_stops_no_other_is_called_back_and_tried_again()
    {
        await using var host = await TestHost.StartAsync(_folder);
        var lost = new NeverReturns();
        host.Connect(lost);
        await host.PublishAsync(new Count { CounterId = Guid.CreateVersion7() });
        await lost.Began;

        await host.PublishAsync(new Count { CounterId = _id });

        await host.UntilAsync<EchoingStore>(store => store.Echoes.AnyAsync(echo => echo.CounterId == _id));
        lost.WasCalledBack.ShouldBeFalse();
        await host.UntilAsync<EchoingStore>(async store => await store.Echoes.CountAsync() == 2);
        await host.SettleAsync();
        lost.WasCalledBack.ShouldBeTrue();
        (await EchoesAsync(host)).ShouldBe([1]);
    }

    [Fact]
    public async Task What_took_effect_before_the_kill_but_was_not_acknowledged_takes_effect_once()
    {
        Guid messageId;
        await using (var killed = await TestHost.StartAsync(_folder))
        {
            await killed.PublishAsync(new Count { CounterId = _id });
            await killed.SettleAsync();
            messageId = await killed.InAsync<CountingStore, Guid>(store => store.Inbox.Select(message => message.MessageId).SingleAsync());
        }

        await using (var killed = await TestHost.CreateAsync(_folder))
            await SendAgainAsync(killed, messageId, times: 1);
        await using var host = await TestHost.StartAsync(_folder);
        await host.SettleAsync();

        (await EchoesAsync(host)).ShouldBe([1]);
    }

    [Fact]
    public async Task A_saga_takes_a_hundred_events_at_once_and_loses_none()
    {
        await using var host = await TestHost.StartAsync(_folder);
        await host.PublishAsync(new OpenTally { TallyId = _id });
        await host.UntilAsync<CountingStore>(store => store.Tallies.AnyAsync());

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => host.PublishAsync(new AddToTally { TallyId = _id })));
        await host.SettleAsync();

        (await host.InAsync<CountingStore, int>(store => store.Tallies.Select(tally => tally.Sum).SingleAsync())).ShouldBe(100);
    }

    [Fact]
    public async Task A_saga_is_woken_by_the_timers_queue()
    {
        await using var host = await TestHost.StartAsync(_folder);

        await host.PublishAsync(new OpenTally { TallyId = _id });
        await host.UntilAsync<CountingStore>(store => store.Tallies.AnyAsync(tally => tally.CurrentState == "Expired"));
        await host.SettleAsync();

        (await host.InAsync<CountingStore, Guid?>(store => store.Tallies.Select(tally => tally.ExpiryToken).SingleAsync())).ShouldBeNull();
        (await host.InAsync<AlarmStore, int>(store => store.Inbox.CountAsync(message => message.Queue == "timers"))).ShouldBe(1);
    }

    /// <summary>A broker that never confirms the first message it is given.</summary>
    private sealed class NeverReturns : ISendObserver
    {
        private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private CancellationToken _end;

        public Task Began => _began.Task;

        public bool WasCalledBack => _end.IsCancellationRequested;

        public Task PreSend<T>(SendContext<T> context) where T : class
        {
            if (_end.CanBeCanceled)
                return Task.CompletedTask;
            _end = context.CancellationToken;
            _began.SetResult();
            return new TaskCompletionSource().Task;
        }

        public Task PostSend<T>(SendContext<T> context) where T : class => Task.CompletedTask;

        public Task SendFault<T>(SendContext<T> context, Exception exception) where T : class => Task.CompletedTask;
    }

    private Task<int> SendAgainAsync(TestHost host, Guid messageId, int times) => host.InAsync<EchoingStore, int>(async store =>
    {
        for (var time = 0; time < times; time++)
        {
            store.Send(new DueMessage
            {
                MessageId = messageId,
                Token = messageId,
                Destination = new Uri("exchange:counting-count"),
                MessageTypes = ["urn:message:Conference.IntegrationTests.Platform:Count"],
                Payload = $$"""{ "counterId": "{{_id}}" }""",
            });
        }

        return await store.SaveChangesAsync();
    });

    private Task<int[]> EchoesAsync(TestHost host) =>
        host.InAsync<EchoingStore, int[]>(store => store.Echoes.Where(echo => echo.CounterId == _id).Select(echo => echo.Value).ToArrayAsync());
}
