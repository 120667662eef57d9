using System.Net;
using Conference.Platform.Authorization;
using Yarp.ReverseProxy.Transforms;

namespace Conference.Portal.Edge;

/// <summary>
/// A service that does not believe whom the portal says has another key or another clock. It can do nothing for
/// anybody, and its answer (sign in) would send people the wrong way.
/// </summary>
internal sealed class RefusedToken
{
    public static bool Happened(HttpContext context) => context.Features.Get<RefusedToken>() is not null;

    public static void Forget(HttpContext context) => context.Features.Set<RefusedToken>(null);

    public static ValueTask NoticeAsync(ResponseTransformContext context)
    {
        var http = context.HttpContext;
        if (context.ProxyResponse is not { StatusCode: HttpStatusCode.Unauthorized } refusal || Caller.Of(http.User) is null)
            return ValueTask.CompletedTask;
        context.SuppressResponseBody = true;
        foreach (var (name, _) in refusal.Headers.Concat(refusal.Content.Headers))
            http.Response.Headers.Remove(name);
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Features.Set(new RefusedToken());
        http.RequestServices.GetRequiredService<ILogger<RefusedToken>>().LogError(
            "{Service} refuses the portal's tokens: its clock or its Auth:SigningKey differs", refusal.RequestMessage?.RequestUri?.Authority);
        return ValueTask.CompletedTask;
    }
}
