using Conference.Platform.Authorization;
using Microsoft.AspNetCore.Authorization;

namespace Conference.Portal;

internal static class PageEndpoints
{
    /// <summary>The endpoints behind interactive pages carry no page's attributes: whoever uses them is signed in.</summary>
    public static void CloseCircuits(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route } && route.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal))
            endpoint.Metadata.Add(new RequirePermissionAttribute(Permission.SignedIn));
    }
}
