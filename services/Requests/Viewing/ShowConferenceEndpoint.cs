using Conference.Contracts.Requests;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Requests.Storage;
using Microsoft.Extensions.Options;

namespace Conference.Requests.Viewing;

internal static class ShowConferenceEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/conferences/{id:guid}", Handle)
        .RequirePermission(Permission.ReadConferences)
        .AuditLook()
        .WithSummary("A conference as it stands.")
        .Produces<ConferenceView>()
        .ProducesProblem(StatusCodes.Status404NotFound);

    public static IResult NotFound() => Problem.NotFound(new Fault("", "no_such_conference", "この会議は見つかりません。", "There is no such conference."));

    private static async Task<IResult> Handle(Guid id, Caller caller, RequestsStore store, IOptions<RequestsOptions> options, CancellationToken cancellationToken) =>
        await Dossier.FindAsync(store, id, cancellationToken) is { } dossier && caller.MaySee(dossier.Hospitals)
            ? Results.Ok(await dossier.ViewAsync(store, options.Value, cancellationToken))
            : NotFound();
}
