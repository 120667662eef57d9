using System.Diagnostics;
using Conference.IntegrationTests.Platform;
using Conference.Platform.Hosting;
using Conference.Platform.Messaging;
using Conference.Timers;
using MassTransit;
using MassTransit.Scheduling;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Conference.IntegrationTests.Timers;

/// <summary>The Timers service and one that it wakes, in one process.</summary>
internal sealed class TimersHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TimersHost(WebApplication app) => _app = app;

    public static Task<TimersHost> StartAsync(TestFolder folder) => StartAsync(folder, [new SleepingModule(), new TimersModule()]);

    /// <summary>The one that is woken, alone or beside Timers.</summary>
    public static async Task<TimersHost> StartAsync(TestFolder folder, IServiceModule[] modules, params string[] settings)
    {
        var app = ServiceHost.Build(
            [$"--Data:Path={folder.Path}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error", .. settings], modules);
        var host = new TimersHost(app);
        await host.InStoreAsync(async store =>
        {
            await TestHost.CreateTablesAsync(store);
            return true;
        });
        await app.StartAsync();
        return host;
    }

    public static ScheduleMessage Timer(Guid token, DateTimeOffset due, string what) => new Scheduled
    {
        CorrelationId = token,
        ScheduledTime = due.UtcDateTime,
        Destination = new Uri($"exchange:{SleepingModule.Queue}"),
        PayloadType = MessageTypeCache<Wake>.MessageTypeNames,
        Payload = new Wake { What = what },
    };

    public Task ScheduleAsync(params ScheduleMessage[] timers) => PublishAsync(timers);

    public Task CancelAsync(params Guid[] tokens) =>
        PublishAsync<CancelScheduledMessage>([.. tokens.Select(token => new Cancelled { TokenId = token, CorrelationId = token })]);

    public Task<List<Woken>> WokenAsync() => InStoreAsync(store => store.Woken.AsNoTracking().OrderBy(woken => woken.Id).ToListAsync());

    public async Task<int> WaitingAsync()
    {
        var scheduler = await _app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        return (await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup())).Count;
    }

    /// <summary>Waits until what was published has taken effect at the Timers service.</summary>
    public Task SettleAsync() => UntilAsync(async () => !await InStoreAsync(store => store.Outbox.AnyAsync()));

    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > TimeSpan.FromMinutes(1))
                throw new TimeoutException("The condition did not come true.");
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private Task<int> PublishAsync<T>(T[] messages) where T : class => InStoreAsync(async store =>
    {
        foreach (var message in messages)
            await store.PublishAsync(message);
        return await store.SaveChangesAsync();
    });

    private async Task<T> InStoreAsync<T>(Func<SleepingStore, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<SleepingStore>());
    }

    private sealed record Scheduled : ScheduleMessage
    {
        public Guid CorrelationId { get; init; }

        public DateTime ScheduledTime { get; init; }

        public string[] PayloadType { get; init; } = [];

        public Uri Destination { get; init; } = null!;

        public object Payload { get; init; } = null!;
    }

    private sealed record Cancelled : CancelScheduledMessage
    {
        public Guid CorrelationId { get; init; }

        public DateTime Timestamp { get; init; }

        public Guid TokenId { get; init; }
    }
}
