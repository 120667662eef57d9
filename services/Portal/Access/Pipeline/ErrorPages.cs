using Microsoft.AspNetCore.Diagnostics;

namespace Conference.Portal.Access.Pipeline;

/// <summary>People get a page where programs get problem details.</summary>
internal sealed class ErrorPages(RequestDelegate next, ILogger<ErrorPages> logger)
{
    public static void Use(WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        app.UseMiddleware<ErrorPages>();
    }

    public async Task InvokeAsync(HttpContext context)
    {
        if (!PageRequests.Is(context))
        {
            context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            logger.LogError(exception, "The page {Path} failed", context.GetEndpoint()?.DisplayName);
            context.Response.Clear();
            context.Response.StatusCode = exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        }

        // The error page is read, whatever the request that failed wanted to do.
        if (context.Response is { HasStarted: false, StatusCode: >= 400 })
            context.Request.Method = HttpMethods.Get;
    }
}
