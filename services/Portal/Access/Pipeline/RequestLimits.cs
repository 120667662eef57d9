using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Conference.Portal.Access.Pipeline;

/// <summary>How often one may try: signing in by network address, answering by link.</summary>
internal static class RequestLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRequestLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter => limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<IOptions<AuthOptions>>((limiter, auth) =>
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PartitionOf(context, auth.Value)));
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext context, AuthOptions options)
    {
        var path = context.Request.Path;
        if (!HttpMethods.IsPost(context.Request.Method))
            return RateLimitPartition.GetNoLimiter("");
        if (path.StartsWithSegments("/signin", StringComparison.OrdinalIgnoreCase))
            return InWindow($"signin {context.Connection.RemoteIpAddress}", options.SignInsPerMinute);
        if (path.StartsWithSegments("/rsvp", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/poll", StringComparison.OrdinalIgnoreCase))
            return InWindow(path.Value!, options.AnswersPerMinute);
        return RateLimitPartition.GetNoLimiter("");
    }

    private static RateLimitPartition<string> InWindow(string key, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window });
}
