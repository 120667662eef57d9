using Conference.Portal.Api;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Conference.Portal.Edge;

/// <summary>Adds to the API's document what services that run apart say of theirs; one that does not answer is left out.</summary>
internal sealed class JoinedDocument(IHttpClientFactory clients, IOptions<ServicesOptions> options, ILogger<JoinedDocument> log) : IOpenApiDocumentTransformer
{
    private static readonly Uri Document = new("openapi/v1.json", UriKind.Relative);

    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var service in ServicesOptions.Names.Where(name => options.Value.AddressesOf(name).Count > 0))
        {
            if (await ReadAsync(service, cancellationToken) is { } other)
                Join(document, other);
        }
    }

    private async Task<OpenApiDocument?> ReadAsync(string service, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(service);
            await using var stream = await client.GetStreamAsync(Document, cancellationToken);
            var read = await OpenApiDocument.LoadAsync(stream, "json", cancellationToken: cancellationToken);
            return read.Document;
        }
        catch (Exception exception) when (ProblemReader.IsOutage(exception, cancellationToken))
        {
            log.LogWarning("The API document lacks {Service}, which does not answer", service);
            return null;
        }
    }

    private static void Join(OpenApiDocument document, OpenApiDocument other)
    {
        foreach (var (path, item) in other.Paths)
            document.Paths.TryAdd(path, item);
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        foreach (var (name, schema) in other.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
            document.Components.Schemas.TryAdd(name, schema);
    }
}
