using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Conference.Portal.Api;

/// <summary>What the API's document says of itself, and the page on which people read it.</summary>
internal static class ApiDocument
{
    private const string Bearer = "bearer";

    public static void AddApiDocument(this IServiceCollection services) =>
        services.Configure<OpenApiOptions>("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        }));

    /// <summary>The reading page at <c>/docs</c>: its script comes with the product and nothing is fetched from elsewhere.</summary>
    public static void MapApiDocument(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapScalarApiReference("/docs", options => options
            .WithTitle("Conference API")
            .WithOpenApiRoutePattern("/openapi/{documentName}.json")
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideClientButton()
            .HideDeveloperTools())
            .AllowAnonymous();

    private static void Describe(OpenApiDocument document)
    {
        document.Info.Title = "Conference";
        document.Info.Version = "v1";
        document.Info.Description =
            "がん診療連携拠点病院などの遠隔カンファレンスを調整する API です。誤りは Problem Details（RFC 9457）で、Accept-Language の言語（ja、en）で返します。\n\n" +
            "Schedules teleconferences of Japan's designated cancer-care hospitals. Errors are problem details (RFC 9457) in the language of Accept-Language (ja, en). " +
            "Programs send `Authorization: Bearer cft_…` with a token made by `POST /api/tokens`.";
        GroupByResource(document);
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            Description = "機械用トークン（cft_…） · A machine's token",
        };
        document.Security ??= [];
        document.Security.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] });
    }

    private static void GroupByResource(OpenApiDocument document)
    {
        document.Tags = new HashSet<OpenApiTag>();
        foreach (var (path, item) in document.Paths)
        {
            var resource = path.Split('/') is ["", "api", var named, ..] ? named : path.Split('/')[1];
            if (document.Tags.All(tag => tag.Name != resource))
                document.Tags.Add(new OpenApiTag { Name = resource });
            foreach (var operation in item.Operations?.Values.AsEnumerable() ?? [])
                operation.Tags = new HashSet<OpenApiTagReference> { new(resource, document) };
        }
    }
}
