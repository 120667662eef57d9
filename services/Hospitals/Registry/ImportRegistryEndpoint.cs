using Conference.Contracts.Hospitals;
using Conference.Hospitals.Register;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Platform.Time;
using Microsoft.AspNetCore.Mvc;

namespace Conference.Hospitals.Registry;

internal static class ImportRegistryEndpoint
{
    private const int LargestFile = 10 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/api/hospitals/import", Handle)
        .RequirePermission(Permission.ManageRegistry)
        .WithMetadata(new RequestSizeLimitAttribute(LargestFile))
        .Produces<RegistryImportResult>()
        .WithSummary("Takes a registry file: good rows are kept, broken ones answered by line");

    private static async Task<IResult> Handle(
        HttpRequest request, DateOnly? asOf, RegistryImport import, NetworkTime network, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) != true)
        {
            return Problem.Of(
                StatusCodes.Status415UnsupportedMediaType,
                [new Fault("", "not_csv", "CSV ファイルを Content-Type: text/csv で送ってください。", "Send a CSV file with Content-Type: text/csv.")]);
        }

        var today = network.DayOf(clock.GetUtcNow());
        if (HospitalRules.CheckFirstDay("asOf", asOf, today) is { } fault)
            return Problem.Invalid(fault);

        using var file = new MemoryStream();
        await request.Body.CopyToAsync(file, cancellationToken);
        var reading = RegistryFile.Read(file.GetBuffer().AsSpan(0, (int)file.Length));
        if (reading.Faults.Count > 0)
            return Problem.Invalid(reading.Faults);
        return Results.Ok(await import.RunAsync(reading, asOf ?? today, cancellationToken));
    }
}
