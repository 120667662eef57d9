using System.Diagnostics;
using System.Net.Http.Headers;
using Conference.Council;
using Conference.Council.Storage;
using Conference.IntegrationTests.Platform;
using Conference.Platform.Authorization;
using Conference.Platform.Hosting;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.IntegrationTests.Council;

/// <summary>The Council service alone, over files of its own, called as the portal would call it.</summary>
internal sealed class CouncilHost : IAsyncDisposable
{
    private readonly TestFolder _folder = new();
    private readonly WebApplication _app;

    private CouncilHost(string[] settings) => _app = ServiceHost.Build(
        [$"--Data:Path={_folder.Path}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error", "--Portal:BaseUrl=https://portal.example", .. settings],
        new CouncilModule());

    public static async Task<CouncilHost> StartAsync(params string[] settings)
    {
        var host = new CouncilHost(settings);
        await host._app.StartAsync();
        return host;
    }

    public HttpClient As(Role role, string scope, string id = "somebody")
    {
        var client = Anonymous();
        var caller = new Caller(id, id, role, Scope.TryParse(scope, out var read) ? read : throw new ArgumentException(scope));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _app.Services.GetRequiredService<ServiceTokens>().Issue(caller));
        return client;
    }

    public HttpClient Anonymous() => new() { BaseAddress = new Uri(_app.Urls.Single()) };

    public async Task<T> InStoreAsync<T>(Func<CouncilStore, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<CouncilStore>());
    }

    /// <summary>Sends messages as other services do.</summary>
    public async Task SendAsync(params object[] messages)
    {
        foreach (var message in messages)
            await _app.Services.GetRequiredService<IBus>().Publish(message);
    }

    /// <summary>Stands in for the service that takes a message.</summary>
    public void Listen<T>(Action<T> take) where T : class => _app.Services.GetRequiredService<IBus>().ConnectReceiveEndpoint(
        endpoint => endpoint.Handler<T>(context =>
        {
            take(context.Message);
            return Task.CompletedTask;
        }));

    public async Task UntilAsync(Func<CouncilStore, Task<bool>> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!await InStoreAsync(condition))
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(30))
                throw new TimeoutException("The condition did not come true.");
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
