using System.Net.Http.Headers;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Hosting;
using Conference.Portal.Api;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;

namespace Conference.Portal.Edge;

/// <summary>
/// The public API of services that run apart: their paths are the portal's paths. Whoever is signed in here goes on
/// with a token of five minutes; the cookie and the machine's token stay here. What a caller may do, the service says.
/// </summary>
internal static class EdgeSetup
{
    public static void AddEdge(this ModuleBuilder module)
    {
        var options = module.Configuration.GetSection(ServicesOptions.Section).Get<ServicesOptions>() ?? new ServicesOptions();
        // Before the document describes itself, so that joined paths are grouped like its own.
        module.Services.Configure<OpenApiOptions>("v1", document => document.AddDocumentTransformer<JoinedDocument>());
        module.Services.AddSetting<ProxyOptions>(ProxyOptions.Section);
        module.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((headers, proxy) => proxy.Value.Apply(headers));
        module.Services.AddReverseProxy()
            .LoadFromMemory(EdgeRoutes.For(options), EdgeRoutes.Clusters(options))
            .AddTransforms(transforms => transforms.AddRequestTransform(GoOn).AddResponseTransform(RefusedToken.NoticeAsync));
    }

    // What is done there, the service's own audit log tells.
    public static void MapEdge(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapReverseProxy(proxy =>
        {
            proxy.Use(ExplainOutageAsync);
            proxy.Use(NextReplica.InvokeAsync);
            proxy.UseLoadBalancing();
        }).Unaudited().AllowAnonymous();

    private static ValueTask GoOn(RequestTransformContext context)
    {
        var headers = context.ProxyRequest.Headers;
        headers.Remove(HeaderNames.Cookie);
        headers.Authorization = Caller.Of(context.HttpContext.User) is { } caller
            ? new AuthenticationHeaderValue("Bearer", context.HttpContext.RequestServices.GetRequiredService<ServiceTokens>().Issue(caller))
            : null;
        return ValueTask.CompletedTask;
    }

    private static async Task ExplainOutageAsync(HttpContext context, Func<Task> next)
    {
        await next();
        var failed = context.GetForwarderErrorFeature() is not null || RefusedToken.Happened(context);
        if (!failed || context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
            return;
        // The body, a problem document, is written where every empty answer gets one.
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "5";
    }
}
