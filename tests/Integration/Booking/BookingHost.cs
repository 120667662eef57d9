using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using Conference.Booking;
using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.IntegrationTests.Platform;
using Conference.Platform.Authorization;
using Conference.Platform.Hosting;
using Conference.Platform.Messaging;
using Conference.Platform.Storage;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.IntegrationTests.Booking;

/// <summary>Booking alone, on its real store and bus, and somebody who hears what it says.</summary>
internal sealed class BookingHost : IAsyncDisposable
{
    private readonly TestFolder _folder;
    private readonly WebApplication _app;

    private BookingHost(TestFolder folder, WebApplication app) => (_folder, _app) = (folder, app);

    public Heard Heard => _app.Services.GetRequiredService<Heard>();

    public ShiftedClock Clock => (ShiftedClock)_app.Services.GetRequiredService<TimeProvider>();

    public HttpClient Http
    {
        get
        {
            var caller = new Caller("c1", "調整担当", Role.HospitalCoordinator, Scope.OfHospital("H1301"));
            var http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _app.Services.GetRequiredService<ServiceTokens>().Issue(caller));
            return http;
        }
    }

    public static async Task<BookingHost> StartAsync(params string[] settings)
    {
        var host = await CreateAsync(settings);
        await host._app.StartAsync();
        return host;
    }

    /// <summary>Two replicas that start at the same moment.</summary>
    public static async Task<(BookingHost One, BookingHost Other)> StartTwoAsync(params string[] settings)
    {
        var (one, other) = (await CreateAsync(settings), await CreateAsync(settings));
        await Task.WhenAll(one._app.StartAsync(), other._app.StartAsync());
        return (one, other);
    }

    public Task StopAsync() => _app.StopAsync();

    /// <summary>Another process on the same store, after this one.</summary>
    public async Task<BookingHost> RestartAsync(params string[] settings)
    {
        await StopAsync();
        var host = await CreateAsync(settings, _folder);
        await host._app.StartAsync();
        return host;
    }

    private static async Task<BookingHost> CreateAsync(string[] settings, TestFolder? shared = null)
    {
        var folder = shared ?? new TestFolder();
        var app = ServiceHost.Build(
            [$"--Data:Path={folder.Path}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error", "--Booking:ExpirySweepSeconds=1", .. settings],
            new BookingModule(), new ListeningModule());
        var host = new BookingHost(folder, app);
        await host.InAsync<ListeningStore, bool>(async store =>
        {
            await TestHost.CreateTablesAsync(store);
            return true;
        });
        return host;
    }

    /// <summary>Hospitals H1301, H1302 … with one site of one port each.</summary>
    public async Task RegisterAsync(int hospitals)
    {
        await PublishAsync(Enumerable.Range(1, hospitals).Select(number => Wishes.Hospital(number)).ToArray());
        await UntilAsync(async () => await InAsync<BookingStore, int>(store => store.Hospitals.CountAsync()) == hospitals);
    }

    public async Task<T> InAsync<TStore, T>(Func<TStore, Task<T>> work) where TStore : ServiceStore
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TStore>());
    }

    public Task PublishAsync<T>(params T[] messages) where T : class => InAsync<BookingStore, int>(async store =>
    {
        foreach (var message in messages)
            await store.PublishAsync(message);
        return await store.SaveChangesAsync();
    });

    /// <summary>Sends a command and waits for the answer it gets.</summary>
    public async Task<object> AskAsync<T>(T command) where T : class
    {
        var before = Heard.Messages.Count;
        await PublishAsync(command);
        await UntilAsync(() => Task.FromResult(Heard.Messages.Count > before));
        return Heard.Messages.ElementAt(before);
    }

    public Task<int> SitesBookedAsync() => InAsync<BookingStore, int>(store => store.SiteBookings.CountAsync());

    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(60))
                throw new TimeoutException("The condition did not come true.");
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>What Booking has said, in the order heard.</summary>
public sealed class Heard
{
    public ConcurrentQueue<object> Messages { get; } = [];

    public IEnumerable<T> All<T>() => Messages.OfType<T>();
}

/// <summary>The real clock, which a test can put ahead.</summary>
public sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}

public class ListeningStore(DbContextOptions options) : ServiceStore(options)
{
    public override string Schema => "listening";
}

public sealed class SqliteListeningStore(DbContextOptions<SqliteListeningStore> options) : ListeningStore(options);

public sealed class PostgresListeningStore(DbContextOptions<PostgresListeningStore> options) : ListeningStore(options);

public sealed class HearConsumer(Heard heard) : IConsumer<SlotHeld>, IConsumer<SlotUnavailable>, IConsumer<SlotConfirmed>, IConsumer<SlotHoldExpired>,
    IConsumer<CandidatesHeld>, IConsumer<CandidateExpired>, IConsumer<SlotDisrupted>, IConsumer<SlotStandsAgain>, IConsumer<SlotChecked>
{
    public Task Consume(ConsumeContext<SlotHeld> context) => Hear(context.Message);

    public Task Consume(ConsumeContext<SlotUnavailable> context) => Hear(context.Message);

    public Task Consume(ConsumeContext<SlotConfirmed> context) => Hear(context.Message);

    public Task Consume(ConsumeContext<SlotHoldExpired> context) => Hear(context.Message);

    public Task Consume(ConsumeContext<CandidatesHeld> context) => Hear(context.Message);

    public Task Consume(ConsumeContext<CandidateExpired> context) => Hear(context.Message);

    public Task Consume(ConsumeContext<SlotDisrupted> context) => Hear(context.Message);

    public Task Consume(ConsumeContext<SlotStandsAgain> context) => Hear(context.Message);

    public Task Consume(ConsumeContext<SlotChecked> context) => Hear(context.Message);

    private Task Hear(object message)
    {
        heard.Messages.Enqueue(message);
        return Task.CompletedTask;
    }
}

public sealed class ListeningModule : IServiceModule
{
    public string Name => "listening";

    public void Configure(ModuleBuilder module)
    {
        module.AddStore<ListeningStore, SqliteListeningStore, PostgresListeningStore>().AddConsumer<HearConsumer>();
        module.Services.AddSingleton<Heard>().AddSingleton<TimeProvider>(new ShiftedClock());
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
    }
}
