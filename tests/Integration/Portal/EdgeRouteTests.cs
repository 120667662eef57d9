using Conference.Booking;
using Conference.Council;
using Conference.Hospitals;
using Conference.Invitations;
using Conference.Platform.Hosting;
using Conference.Portal.Edge;
using Conference.Requests;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Portal;

/// <summary>What a service answers in public is reached through the portal when the service runs apart.</summary>
public sealed class EdgeRouteTests
{
    public static TheoryData<string, IServiceModule> Services => new()
    {
        { "Hospitals", new HospitalsModule() },
        { "Requests", new RequestsModule() },
        { "Booking", new BookingModule() },
        { "Invitations", new InvitationsModule() },
        { "Council", new CouncilModule() },
    };

    [Theory]
    [MemberData(nameof(Services), DisableDiscoveryEnumeration = true)]
    public async Task EveryPublicPath_LeadsToItsService(string service, IServiceModule module)
    {
        await using var app = ServiceHost.Build([], module);
        var paths = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(path => path.StartsWith("/api/", StringComparison.Ordinal) || path.StartsWith("/calendars/", StringComparison.Ordinal))
            .Distinct().ToList();

        paths.ShouldNotBeEmpty();
        paths.Where(path => ServiceOf(path) != service).ShouldBeEmpty();
    }

    private static string? ServiceOf(string path) =>
        (from route in EdgeRoutes.All
         let template = TemplateParser.Parse(route.Path.TrimStart('/'))
         where new TemplateMatcher(template, []).TryMatch(path.Replace("{id:guid}", "x", StringComparison.Ordinal), [])
         orderby RoutePrecedence.ComputeInbound(template)
         select route.Service).FirstOrDefault();
}
