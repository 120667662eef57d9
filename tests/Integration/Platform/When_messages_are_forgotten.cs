using Conference.Platform.Hosting;
using Conference.Platform.Messaging;
using Conference.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Platform;

[Collection(UsesServers.Name)]
public sealed class When_messages_are_forgotten(SharedServers servers) : IDisposable
{
    // More than one batch.
    private const int Old = 2500;
    private static readonly TimeSpan Window = TimeSpan.FromHours(2);

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_forget_what_is_older_than_the_window_and_nothing_else(bool distributed)
    {
        string[] settings = [$"--Bus:InboxWindow={Window}", .. distributed ? (await servers.NewPlaceAsync()).Settings : []];
        await using var host = await TestHost.CreateAsync(_folder, [new CountingModule(), new EchoingModule(), new HastyClock()], settings);
        var now = TimeProvider.System.GetUtcNow();
        await host.InAsync<CountingStore, int>(store =>
        {
            store.Inbox.AddRange(Enumerable.Range(0, Old).Select(_ => Seen(now - Window - TimeSpan.FromMinutes(1), "old")));
            store.Inbox.AddRange(Enumerable.Range(0, 10).Select(_ => Seen(now - Window + TimeSpan.FromMinutes(10), "young")));
            return store.SaveChangesAsync();
        });

        await host.StartAsync();
        await host.UntilAsync<CountingStore>(async store => !await store.Inbox.AnyAsync(message => message.Queue == "old"));

        (await host.InAsync<CountingStore, int>(store => store.Inbox.CountAsync(message => message.Queue == "young"))).ShouldBe(10);
    }

    [Fact]
    public async Task Should_forget_what_was_sent_and_kept_long_enough_and_nothing_that_waits()
    {
        string[] settings = [$"--Bus:KeepSentFor={Window}", .. (await servers.NewPlaceAsync()).Settings];
        await using var host = await TestHost.CreateAsync(_folder, [new CountingModule(), new EchoingModule(), new HastyClock()], settings);
        var (now, kept) = (TimeProvider.System.GetUtcNow(), new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var old = now - Window - TimeSpan.FromMinutes(1);
        await host.InAsync<CountingStore, int>(store =>
        {
            store.Outbox.AddRange(Enumerable.Range(0, Old).Select(_ => Written(old, kept, "sent long ago")));
            store.Outbox.AddRange(Enumerable.Range(0, 10).Select(_ => Written(now - Window + TimeSpan.FromMinutes(10), kept, "sent")));
            store.Outbox.AddRange(Enumerable.Range(0, 10).Select(_ => Written(old, now + TimeSpan.FromHours(1), "waits", "was given up")));
            return store.SaveChangesAsync();
        });

        await host.StartAsync();
        await host.UntilAsync<CountingStore>(async store => !await store.Outbox.IgnoreQueryFilters().AnyAsync(message => message.MessageType == "sent long ago"));

        (await host.InAsync<CountingStore, int>(store => store.Outbox.IgnoreQueryFilters().CountAsync(message => message.MessageType == "sent"))).ShouldBe(10);
        (await host.InAsync<CountingStore, int>(store => store.Outbox.CountAsync(message => message.MessageType == "waits"))).ShouldBe(10);
    }

    private static InboxMessage Seen(DateTimeOffset at, string queue) => new() { MessageId = Guid.CreateVersion7(), Queue = queue, ConsumedAt = at };

    private static OutboxMessage Written(DateTimeOffset at, DateTimeOffset heldUntil, string type, string? failure = null) => new()
    {
        MessageId = Guid.CreateVersion7(),
        MessageType = type,
        Destination = new Uri("exchange:nowhere"),
        ContentType = "application/json",
        Body = "{}",
        WrittenAt = at,
        HeldUntil = heldUntil,
        Failure = failure,
    };

    /// <summary>The real clock, but what is done every ten minutes is done at once.</summary>
    private sealed class HastyClock : TimeProvider, IServiceModule
    {
        public string Name => "hasty";

        public void Configure(ModuleBuilder module) => module.Services.AddSingleton<TimeProvider>(this);

        public void Map(IEndpointRouteBuilder endpoints)
        {
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            period < TimeSpan.FromMinutes(10) ? base.CreateTimer(callback, state, dueTime, period) : base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50));
    }
}
