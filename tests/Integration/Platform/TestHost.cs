using System.Diagnostics;
using Conference.Platform.Authorization;
using Conference.Platform.Hosting;
using Conference.Platform.Messaging;
using Conference.Platform.Storage;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.IntegrationTests.Platform;

/// <summary>The three test services in one process, over files in a folder of their own.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestHost(WebApplication app) => _app = app;

    public static Task<TestHost> CreateAsync(TestFolder folder, params string[] settings) =>
        CreateAsync(folder, [new CountingModule(), new EchoingModule(), new AlarmModule()], settings);

    /// <summary>Some of the services, with their tables.</summary>
    public static async Task<TestHost> CreateAsync(TestFolder folder, IServiceModule[] modules, params string[] settings)
    {
        var app = ServiceHost.Build([$"--Data:Path={folder.Path}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error", .. settings], modules);
        foreach (var store in new[] { typeof(CountingStore), typeof(EchoingStore), typeof(AlarmStore) })
        {
            await using var scope = app.Services.CreateAsyncScope();
            if (scope.ServiceProvider.GetService(store) is ServiceStore own)
                await CreateTablesAsync(own);
        }

        return new TestHost(app);
    }

    public Task StartAsync() => _app.StartAsync();

    public void Connect(ISendObserver observer) => _app.Services.GetRequiredService<IBusControl>().ConnectSendObserver(observer);

    public HttpClient NewOperator()
    {
        var token = _app.Services.GetRequiredService<ServiceTokens>().Issue(new Caller("operator", "operator", Role.NationalCoordinator, Scope.Nation));
        return new HttpClient { BaseAddress = new Uri(_app.Urls.Single()), DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
    }

    public static async Task<TestHost> StartAsync(TestFolder folder, params string[] settings)
    {
        var host = await CreateAsync(folder, settings);
        await host._app.StartAsync();
        return host;
    }

    public async Task<T> InAsync<TStore, T>(Func<TStore, Task<T>> work) where TStore : ServiceStore
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TStore>());
    }

    public Task PublishAsync<T>(params T[] messages) where T : class => InAsync<EchoingStore, int>(async store =>
    {
        foreach (var message in messages)
            await store.PublishAsync(message);
        return await store.SaveChangesAsync();
    });

    public async Task UntilAsync<TStore>(Func<TStore, Task<bool>> condition) where TStore : ServiceStore
    {
        var waited = Stopwatch.StartNew();
        while (!await InAsync(condition))
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(30))
                throw new TimeoutException("The condition did not come true.");
            await Task.Delay(10);
        }
    }

    /// <summary>Waits until nothing is on its way any more, except what was given up.</summary>
    public async Task SettleAsync()
    {
        await UntilAsync<EchoingStore>(SettledAsync);
        await UntilAsync<CountingStore>(SettledAsync);
        await UntilAsync<AlarmStore>(SettledAsync);
        await UntilAsync<CountingStore>(SettledAsync);
        await UntilAsync<EchoingStore>(SettledAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    // A database holds several services: whether there are tables at all says nothing of this one's.
    public static async Task CreateTablesAsync(ServiceStore store)
    {
        var creator = store.GetService<IRelationalDatabaseCreator>();
        if (store.IsSqlite)
            await store.Database.EnsureCreatedAsync();
        else if (!await store.Database.SqlQuery<string>($"SELECT schema_name AS \"Value\" FROM information_schema.schemata WHERE schema_name = {store.Schema}").AnyAsync())
            await creator.CreateTablesAsync();
    }

    private static async Task<bool> SettledAsync(ServiceStore store) => !await store.Outbox.AnyAsync(message => message.Failure == null);
}
