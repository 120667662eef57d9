namespace Conference.Portal.Access.Pipeline;

/// <summary>What browsers are told not to do with our pages.</summary>
internal static class SecurityHeaders
{
    private const string Documentation = "/docs";

    // Components set style attributes, hence inline styles.
    private const string Common =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
        "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; ";

    private const string Pages = Common + "script-src 'self'";


    // The reading page of the API starts itself by an inline script. It shows nothing of anybody's.
    private const string Reading = Common + "script-src 'self' 'unsafe-inline'; worker-src 'self' blob:; ";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments(Documentation, StringComparison.Ordinal) ? Reading : Pages;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // The address of an answer page is a secret: it goes to no other site.
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        if (IsPage(context.Response))
            headers.CacheControl = "no-store";
    }

    private static bool IsPage(HttpResponse response) => response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
}
