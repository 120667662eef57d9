using System.Net.Http.Headers;
using Conference.Platform.Hosting;
using Conference.Portal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace Conference.IntegrationTests.Portal.Access;

/// <summary>The portal, alone or with other services, in this process over a folder of its own.</summary>
public sealed class PortalHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool _ownsFolder;

    private PortalHost(WebApplication app, string folder, bool ownsFolder)
    {
        _app = app;
        _ownsFolder = ownsFolder;
        Folder = folder;
    }

    public string Folder { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Url => new(_app.Urls.First());

    public string AdminTokenFile => Path.Combine(Folder, "admin.token");

    public static Task<PortalHost> StartAsync(string? folder = null, params string[] settings) => StartAsync(folder, settings, new PortalModule());

    public static async Task<PortalHost> StartAsync(string? folder, string[] settings, params IServiceModule[] modules)
    {
        var path = folder ?? Directory.CreateTempSubdirectory("conference-").FullName;
        string[] args = [$"--Data:Path={path}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error", .. settings];
        var host = new PortalHost(ServiceHost.Build(args, modules), path, folder is null);
        await host._app.StartAsync();
        return host;
    }

    public Browser NewBrowser() => new(Url);

    public HttpClient NewProgram(string? token)
    {
        // A redirect is an answer of its own, and following one would drop the token.
        var program = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Url };
        if (token is not null)
            program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return program;
    }

    public async Task<HttpClient> NewAdminAsync() => NewProgram(await File.ReadAllTextAsync(AdminTokenFile));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }
}
