using Conference.Portal.Api;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;

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
        (nameof(ServicesOptions.Requests), "/api/series/{**rest}"),
        (nameof(ServicesOptions.Booking), "/api/series/dry-run"),
        (nameof(ServicesOptions.Booking), "/api/slots/{**rest}"),
        (nameof(ServicesOptions.Invitations), "/api/conferences/{id:guid}/invitations"),
        (nameof(ServicesOptions.Invitations), "/api/conferences/{id:guid}/answers"),
        (nameof(ServicesOptions.Invitations), "/api/conferences/{id:guid}/proposals/{**rest}"),
        (nameof(ServicesOptions.Invitations), "/api/received-mails/{**rest}"),
        (nameof(ServicesOptions.Invitations), "/api/known-senders"),
        (nameof(ServicesOptions.Invitations), "/api/conferences/{id:guid}/poll/votes"),
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
            where options.AddressesOf(route.Service).Count > 0
            select new RouteConfig { RouteId = route.Path, ClusterId = route.Service, Match = new RouteMatch { Path = route.Path } }];

    /// <summary>The services that run elsewhere and where.</summary>
    public static IReadOnlyList<ClusterConfig> Clusters(ServicesOptions options) =>
        [.. from service in ServicesOptions.Names
            let addresses = options.AddressesOf(service)
            where addresses.Count > 0
            select new ClusterConfig
            {
                ClusterId = service,
                LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
                HealthCheck = addresses.Count > 1 ? Checked : null,
                Destinations = addresses.ToDictionary(address => address.Authority, address => new DestinationConfig { Address = address.ToString() }),
            }];

    // Where there is a choice: a replica that is about to stop says that it is not ready and gets no more requests.
    private static readonly HealthCheckConfig Checked = new()
    {
        AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
        Active = new ActiveHealthCheckConfig
        {
            Enabled = true,
            Interval = TimeSpan.FromSeconds(1),
            Timeout = TimeSpan.FromSeconds(5),
            Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures,
            Path = "/health/ready",
        },
    };
}
