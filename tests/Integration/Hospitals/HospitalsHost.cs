using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Conference.Hospitals;
using Conference.IntegrationTests.Platform;
using Conference.Platform.Authorization;
using Conference.Platform.Hosting;
using Conference.Platform.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.IntegrationTests.Hospitals;

/// <summary>The Hospitals service and one that listens to it, with real HTTP.</summary>
internal sealed class HospitalsHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HospitalsHost(WebApplication app) => _app = app;

    public Heard Heard => _app.Services.GetRequiredService<Heard>();

    public static async Task<HospitalsHost> StartAsync(TestFolder folder, bool import = false)
    {
        var app = ServiceHost.Build(
            [$"--Data:Path={folder.Path}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error", $"--Hospitals:ImportAtStart={import}"],
            new HospitalsModule(), new ListeningModule());
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ListeningStore>().Database.EnsureCreatedAsync();
        await app.StartAsync();
        return new HospitalsHost(app);
    }

    public HttpClient As(Role role, string scope)
    {
        if (!Scope.TryParse(scope, out var covered))
            throw new ArgumentException("Not a scope.", nameof(scope));
        var client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        var token = _app.Services.GetRequiredService<ServiceTokens>().Issue(new Caller("test", "試験", role, covered));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public HttpClient National() => As(Role.NationalCoordinator, "nation");

    public async Task RegisterAsync(string hospitalId)
    {
        using var client = National();
        using var response = await client.PostAsJsonAsync("/api/hospitals", new { hospitalId, nameJa = $"病院 {hospitalId}", kind = "regional", designatedFrom = "2020-04-01" });
        response.EnsureSuccessStatusCode();
    }

    public async Task PublishAsync<T>(T message) where T : class
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<ListeningStore>();
        await store.PublishAsync(message);
        await store.SaveChangesAsync();
    }

    public static async Task UntilAsync(Func<bool> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(30))
                throw new TimeoutException("The condition did not come true.");
            await Task.Delay(10);
        }
    }

    public static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).Clone();

    public static IEnumerable<string> FieldsOf(JsonElement problem) => problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()!);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
