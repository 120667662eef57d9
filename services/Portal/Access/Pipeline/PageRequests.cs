namespace Conference.Portal.Access.Pipeline;

/// <summary>Tells somebody with a browser from a program.</summary>
internal static class PageRequests
{
    private static readonly PathString[] Programs = ["/api", "/openapi", "/calendars", "/health", "/metrics"];

    public static bool Is(HttpContext context) =>
        !Programs.Any(program => context.Request.Path.StartsWithSegments(program, StringComparison.Ordinal))
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
