using Conference.Platform.Messaging;
using MassTransit.Logging;
using MassTransit.Monitoring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Conference.Platform.Telemetry;

internal static class TelemetryExtensions
{
    public static void AddPlatformLogging(this IHostApplicationBuilder host)
    {
        host.Logging.ClearProviders();
        host.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        });
        foreach (var chatty in new[] { "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "MassTransit", "Quartz", "Polly", "System.Net.Http" })
            host.Logging.AddFilter(chatty, LogLevel.Warning);
        // What a store refuses is thrown, and whoever does not expect it logs it: a lost race for a slot is no error.
        foreach (var thrown in new[] { "Microsoft.EntityFrameworkCore.Database.Command", "Microsoft.EntityFrameworkCore.Update" })
            host.Logging.AddFilter(thrown, LogLevel.Critical);
        // Whoever asks gets the 503; the log need not repeat it at every look.
        host.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.Critical);
    }

    public static void AddTelemetry(this IHostApplicationBuilder host)
    {
        var telemetry = host.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter(InstrumentationOptions.MeterName, "Conference.*")
                .AddPrometheusExporter());
        if (host.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            telemetry
                .WithTracing(traces => traces
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddSource(DiagnosticHeaders.DefaultListenerName, OutboxDelivery.TraceSource))
                .UseOtlpExporter();
        }

        host.Services.AddHealthChecks().AddCheck<StoreHealth>("stores", tags: ["ready"]);
    }

    public static void MapTelemetry(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
        BacklogEndpoint.Map(endpoints);
        endpoints.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous();
    }
}
