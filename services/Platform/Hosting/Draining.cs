using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Conference.Platform.Hosting;

/// <summary>
/// Between the signal to stop and the end: not ready any more, still answering, each answer the last of its connection.
/// Without it a caller would learn of the stop by a connection that breaks under its request.
/// </summary>
internal sealed class Draining(IHostApplicationLifetime lifetime, IOptions<ShutdownOptions> options, TimeProvider clock) : IHostedLifecycleService, IHealthCheck
{
    private bool Stopping => lifetime.ApplicationStopping.IsCancellationRequested;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Stopping ? HealthCheckResult.Unhealthy("The process is about to stop.") : HealthCheckResult.Healthy());

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Before anything stops: the server still listens, the bus still works.
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(options.Value.DrainFor, clock, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal void CloseConnections(IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Stopping)
            context.Response.Headers.Connection = "close";
        return next(context);
    });
}

internal static class DrainingSetup
{
    public static void AddDraining(this IHostApplicationBuilder host)
    {
        host.Services.AddSetting<ShutdownOptions>(ShutdownOptions.Section);
        host.Services.AddSingleton<Draining>();
        host.Services.AddHostedService(provider => provider.GetRequiredService<Draining>());
        host.Services.AddHealthChecks().AddCheck<Draining>("draining", tags: ["ready"]);
        host.Services.AddOptions<HostOptions>().Configure<IOptions<ShutdownOptions>>((stop, shutdown) => stop.ShutdownTimeout = shutdown.Value.DrainFor + shutdown.Value.FinishWithin);
    }

    public static void UseDraining(this WebApplication app) => app.Services.GetRequiredService<Draining>().CloseConnections(app);
}
