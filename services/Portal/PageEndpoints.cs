using Conference.Platform.Authorization;
using Microsoft.AspNetCore.Authorization;

namespace Conference.Portal;

internal static class PageEndpoints
{
    /// <summary>
    /// The endpoints behind interactive pages carry no page's attributes: whoever uses them is signed in. The one that
    /// redirects a form which was sent by script leads nobody further than its own address does.
    /// </summary>
    public static void CloseCircuits(EndpointBuilder endpoint)
    {
        var route = (endpoint as RouteEndpointBuilder)?.RoutePattern.RawText?.TrimStart('/') ?? "";
        if (route.StartsWith("_blazor", StringComparison.Ordinal))
            endpoint.Metadata.Add(new RequirePermissionAttribute(Permission.SignedIn));
        else if (route.StartsWith("_framework/", StringComparison.Ordinal))
            endpoint.Metadata.Add(new AllowAnonymousAttribute());
    }
}
