using Yarp.ReverseProxy.Forwarder;

namespace Conference.Portal.Edge;

/// <summary>
/// A request that one replica could not take goes to another: any request when no connection came about or nobody was
/// believed, and one that may be repeated also when the connection broke under it.
/// </summary>
internal static class NextReplica
{
    private const long LargestRepeated = 1 << 20;

    public static async Task InvokeAsync(HttpContext context, Func<Task> next)
    {
        var proxy = context.GetReverseProxyFeature();
        if (proxy.AllDestinations.Count > 1 && context.Request.ContentLength is null or <= LargestRepeated)
            context.Request.EnableBuffering();

        await next();
        // Load balancing leaves nothing but its choice.
        var left = proxy.AllDestinations;
        while (MayGoElsewhere(context))
        {
            left = [.. left.Where(destination => destination != proxy.ProxiedDestination)];
            if (left.Count == 0)
                return;
            proxy.AvailableDestinations = left;
            context.Features.Set<IForwarderErrorFeature>(null);
            RefusedToken.Forget(context);
            context.Response.StatusCode = StatusCodes.Status200OK;
            if (context.Request.Body.CanSeek)
                context.Request.Body.Position = 0;
            await next();
        }
    }

    private static bool MayGoElsewhere(HttpContext context)
    {
        if (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
            return false;
        var unread = context.Request.Body.CanSeek || context.Request.ContentLength is null or 0;
        return context.GetForwarderErrorFeature() is { } error
            ? NeverSent(error) || (unread && IsRepeatable(context.Request))
            : unread && RefusedToken.Happened(context);
    }

    private static bool NeverSent(IForwarderErrorFeature error) =>
        error.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };

    // RFC 9110, 9.2.2; a key makes the other methods so.
    private static bool IsRepeatable(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsPut(request.Method) || HttpMethods.IsDelete(request.Method)
        || request.Headers.ContainsKey("Idempotency-Key");
}
