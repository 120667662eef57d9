using Conference.Portal.Api;
using Yarp.ReverseProxy.Configuration;

namespace Conference.Portal.Edge;

/// <summary>Which service answers which public path when the services run apart.</summary>
internal static class EdgeRoutes
{
    /// <summary>A service's name and the paths that it answers; the more exact path goes first.</summary>
    public static IReadOnlyList<(string Service, string Path)> All { get; } =
    [
        (nameof(ServicesOptions.Hospitals), "/api/hospitals/{**rest}"),
        (nameof(ServicesOptions.Hospitals), "/api/sites/{**rest}"),
        (nameof(ServicesOptions.Hospitals), "/api/holidays"),
        (nameof(ServicesOptions.Hospitals), "/api/prefectures"),
        (nameof(ServicesOptions.Requests), "/api/conferences/{**rest}"),
        (nameof(ServicesOptions.Booking), "/api/slots/{**rest}"),
        (nameof(ServicesOptions.Invitations), "/api/conferences/{id:guid}/invitations"),
        (nameof(ServicesOptions.Invitations), "/api/conferences/{id:guid}/answers"),
        (nameof(ServicesOptions.Invitations), "/api/answers/{**rest}"),
        (nameof(ServicesOptions.Invitations), "/api/mails/{**rest}"),
        (nameof(ServicesOptions.Council), "/api/schedule/{**rest}"),
        (nameof(ServicesOptions.Council), "/api/feeds/{**rest}"),
        (nameof(ServicesOptions.Council), "/api/reports/{**rest}"),
        (nameof(ServicesOptions.Council), "/calendars/{**rest}"),
        .. ServicesOptions.Names.SelectMany(service => new[]
        {
            (service, $"/api/operations/{service.ToLowerInvariant()}/{{**rest}}"),
            (service, $"/api/audit/{service.ToLowerInvariant()}/{{**rest}}"),
        }),
    ];

    /// <summary>The proxy's routes: only for services that run elsewhere.</summary>
    public static IReadOnlyList<RouteConfig> For(ServicesOptions options) =>
        [.. from route in All
            where options.AddressOf(route.Service).Length > 0
            select new RouteConfig { RouteId = route.Path, ClusterId = route.Service, Match = new RouteMatch { Path = route.Path } }];

    /// <summary>The services that run elsewhere and where.</summary>
    public static IReadOnlyList<ClusterConfig> Clusters(ServicesOptions options) =>
        [.. from service in ServicesOptions.Names
            let address = options.AddressOf(service)
            where address.Length > 0
            select new ClusterConfig
            {
                ClusterId = service,
                Destinations = new Dictionary<string, DestinationConfig> { [service] = new() { Address = address } },
            }];
}
