using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Conference.Booking;
using Conference.Council;
using Conference.Hospitals;
using Conference.IntegrationTests.Portal.Access;
using Conference.Invitations;
using Conference.Platform.Authorization;
using Conference.Portal;
using Conference.Requests;
using Conference.Timers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Conference.IntegrationTests.Portal;

/// <summary>Who may, and who must not: every endpoint of the whole product, asked by every role and by nobody.</summary>
public sealed class EndpointRoleTests : IAsyncLifetime
{
    private const string Approved = "endpoints.approved.txt";

    private PortalHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await PortalHost.StartAsync(
        null, [], new HospitalsModule(), new RequestsModule(), new BookingModule(), new InvitationsModule(), new CouncilModule(), new TimersModule(), new PortalModule());

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public void EveryEndpoint_SaysWhatItAsksFor() =>
        Endpoints().Where(endpoint => endpoint is { IsAnonymous: false, Permission: null }).Select(endpoint => endpoint.ToString()).ShouldBeEmpty();

    /// <summary>A change of the list is meant to be seen: copy the received file over the approved one when it is right.</summary>
    [Fact]
    public async Task EveryEndpoint_AsksForWhatWasApproved()
    {
        var received = Endpoints().Select(endpoint => endpoint.ToString()).Distinct().Order(StringComparer.Ordinal).ToList();
        var file = Path.Combine(AppContext.BaseDirectory, "Portal", Approved);
        await File.WriteAllLinesAsync(Path.ChangeExtension(file, ".received.txt"), received);

        received.ShouldBe(await File.ReadAllLinesAsync(file));
    }

    [Fact]
    public async Task Nobody_IsAskedToSignIn()
    {
        using var nobody = _host.NewProgram(null);
        var wrong = new List<string>();
        foreach (var endpoint in Endpoints())
        {
            var status = await AskAsync(nobody, endpoint);
            if (status == HttpStatusCode.Unauthorized == endpoint.IsAnonymous || status == HttpStatusCode.Forbidden)
                wrong.Add($"{endpoint}: {(int)status}");
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Role.NationalCoordinator)]
    [InlineData(Role.PrefecturalCoordinator)]
    [InlineData(Role.HospitalCoordinator)]
    [InlineData(Role.CouncilMember)]
    [InlineData(Role.Auditor)]
    public async Task Role_IsForbiddenExactlyWhatTheTableDenies(Role role)
    {
        var token = _host.Services.GetRequiredService<ServiceTokens>().Issue(new Caller("tester", "tester", role, Scope.Nation));
        using var caller = _host.NewProgram(token);
        var wrong = new List<string>();
        foreach (var endpoint in Endpoints())
        {
            var status = await AskAsync(caller, endpoint);
            var denied = endpoint.Permission is { } permission && !PermissionTable.Allows(role, permission);
            if (status == HttpStatusCode.Forbidden != denied || status is HttpStatusCode.Unauthorized or HttpStatusCode.InternalServerError)
                wrong.Add($"{endpoint}: {(int)status}");
        }

        wrong.ShouldBeEmpty();
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient http, Asked endpoint)
    {
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), new Uri(endpoint.Path, UriKind.Relative));
        if (endpoint.Method is "POST" or "PUT" or "PATCH")
            request.Content = new StringContent("{}", Encoding.UTF8, new MediaTypeHeaderValue(endpoint.ContentType));
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }

    private IEnumerable<Asked> Endpoints() =>
        from endpoint in _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        // What the runtime adds for new files while a build is not published; nobody may use it.
        where endpoint.RoutePattern.RawText != "{**path:file}"
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"]
        where method is not ("HEAD" or "OPTIONS" or "CONNECT")
        select new Asked(
            method,
            "/" + endpoint.RoutePattern.RawText!.TrimStart('/'),
            PathOf(endpoint),
            endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json",
            endpoint.Metadata.GetMetadata<PermissionMetadata>()?.Permission ?? endpoint.Metadata.GetMetadata<RequirePermissionAttribute>()?.Permission,
            endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null);

    private static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => ValueOf(parameter),
            _ => "",
        }))));

    private static string ValueOf(Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter) => parameter.ParameterPolicies switch
    {
        [{ Content: "guid" }, ..] => "01900000-0000-7000-8000-000000000000",
        [{ Content: "int" }, ..] => "404",
        _ when parameter.Name == "documentName" => "v1",
        _ => "H0000",
    };

    private sealed record Asked(string Method, string Route, string Path, string ContentType, Permission? Permission, bool IsAnonymous)
    {
        public override string ToString() => $"{Method} {Route} {(IsAnonymous ? "anybody" : Permission?.ToString() ?? "nobody")}";
    }
}
