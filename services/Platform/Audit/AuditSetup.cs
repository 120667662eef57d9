using Conference.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Conference.Platform.Audit;

internal static class AuditSetup
{
    public static void AddAudit(this IHostApplicationBuilder host, IReadOnlyList<ModuleBuilder> modules)
    {
        host.Services.AddScoped<AuditTrail>();
        foreach (var module in modules)
        {
            if (module.Store is not { } store)
                continue;
            host.Services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<AuditSealing>(
                provider, module.Module.Name, new AuditSealer(store, provider.GetRequiredService<IServiceScopeFactory>())));
        }
    }

    /// <summary>After the caller is known, before it is asked whether they may: refusals are written too.</summary>
    public static void UseAudit(this WebApplication app) => app.Use((context, next) =>
    {
        if (AuditedRequest.Of(context) is { } request)
        {
            var trail = context.RequestServices.GetRequiredService<AuditTrail>();
            trail.Begin(request);
            // An entry that cannot be written keeps the answer from leaving.
            context.Response.OnStarting(() => trail.CloseAsync(context.Response.StatusCode));
        }

        return next(context);
    });

    public static void MapAudit(this WebApplication app, IEnumerable<ModuleBuilder> modules)
    {
        foreach (var module in modules)
        {
            if (module.Store is { } store)
                AuditEndpoints.Map(app, module.Module.Name, store);
        }
    }
}
