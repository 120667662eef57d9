using Conference.Platform.Problems;
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
            context.Response.Clear();
            context.Response.StatusCode = UnreadableRequests.StatusOf(exception) ?? UnreadableAddress(exception) ?? StatusCodes.Status500InternalServerError;
            if (context.Response.StatusCode == StatusCodes.Status500InternalServerError)
                logger.LogError(exception, "The page {Path} failed", context.GetEndpoint()?.DisplayName);
        }

        // The error page is read, whatever the request that failed wanted to do.
        if (context.Response is { HasStarted: false, StatusCode: >= 400 })
            context.Request.Method = HttpMethods.Get;
    }

    // A page's parameter of another type, ?page=abc: Blazor says it by this sentence and by nothing else.
    private static int? UnreadableAddress(Exception exception) =>
        exception is InvalidOperationException && exception.Message.StartsWith("Cannot parse the value", StringComparison.Ordinal) ? StatusCodes.Status400BadRequest : null;
}
