using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Messaging.FailedMessages;
using Conference.Platform.Problems;
using Conference.Platform.Storage;
using Conference.Platform.Telemetry;
using Conference.Platform.Time;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Conference.Platform.Hosting;

/// <summary>Runs one service, or several, in this process.</summary>
public static class ServiceHost
{
    /// <summary>Where the product listens when <c>--urls</c> is not given.</summary>
    public const string DefaultUrl = "http://localhost:8080";

    /// <summary>
    /// Builds the host, migrates its stores, starts its bus and serves until it is told to stop.
    /// </summary>
    /// <returns>0 after a normal stop; 2 when a setting was wrong, after a message that names it.</returns>
    /// <remarks>With <c>health</c> (see <see cref="HealthVerb"/>) or a module's verb as the first argument nothing is started.</remarks>
    public static async Task<int> RunAsync(string[] args, params IServiceModule[] modules)
    {
        if (HealthVerb.Is(args))
            return await HealthVerb.RunAsync(args);
        if (args is [var first, .. var rest] && modules.Select(module => module.Verbs.GetValueOrDefault(first)).FirstOrDefault(verb => verb is not null) is { } verb)
            return await verb(rest);
        try
        {
            await using var app = Build(args, modules);
            CheckSettings(app.Services);
            await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (WrongSetting.Find(exception) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return 2;
        }
    }

    /// <summary>The host of <see cref="RunAsync"/>, not started: for tests and tools.</summary>
    public static WebApplication Build(string[] args, params IServiceModule[] modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, WebRootPath = PublishedFiles() });
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null)
            builder.WebHost.UseUrls(DefaultUrl);
        ListeningUrls.Check(builder.Configuration);

        // Without this, files of referenced libraries are found only in a published build or in Development.
        builder.WebHost.UseStaticWebAssets();
        builder.AddPlatformLogging();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSetting<DataOptions>(DataOptions.Section);
        builder.AddNetworkTime();
        builder.AddProblems();
        builder.AddTelemetry();
        builder.AddCallers();
        builder.Services.AddOpenApi();
        builder.AddDraining();
        builder.Services.AddHostedService<StoreMigrations>();

        var built = modules.Select(module => Configure(builder, module)).ToList();
        builder.AddBus(built);
        builder.AddAudit(built);
        SettingNames.Check(builder.Configuration, builder.Services);

        var app = builder.Build();
        app.UseDraining();
        app.UseProblems();
        foreach (var module in modules)
            module.Use(app);
        app.UseAuthentication();
        app.UseAudit();
        app.UseAuthorization();
        if (app.Services.GetService<IAntiforgery>() is not null)
            app.UseAntiforgery();
        app.MapTelemetry();
        app.MapOpenApi().AllowAnonymous();
        foreach (var module in modules)
            module.Map(app);
        app.MapAudit(built);
        foreach (var module in built)
        {
            if (module.Store is { } store)
                FailedMessageEndpoints.Map(app, module.Module.Name, store);
        }

        return app;
    }

    // Before anything is made that would have to be taken down again.
    private static void CheckSettings(IServiceProvider services)
    {
        services.GetRequiredService<IStartupValidator>().Validate();
        foreach (var key in services.GetServices<SecretKey>())
            _ = key.Read(services);
    }

    /// <summary>A published build has its files beside it, wherever it is started from; an unpublished one has a manifest.</summary>
    private static string? PublishedFiles() =>
        Path.Combine(AppContext.BaseDirectory, "wwwroot") is var folder && Directory.Exists(folder) ? folder : null;

    private static ModuleBuilder Configure(WebApplicationBuilder host, IServiceModule module)
    {
        var builder = new ModuleBuilder(module, host);
        module.Configure(builder);
        return builder;
    }
}
