using Conference.Contracts.Requests;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Requests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Series;

internal static class ShowSeriesEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/series/{id:guid}", Handle)
        .RequirePermission(Permission.ReadConferences)
        .AuditLook()
        .WithTags("series")
        .WithSummary("A series with every occurrence as it stands.")
        .Produces<SeriesView>()
        .ProducesProblem(StatusCodes.Status404NotFound);

    public static IResult NotFound() => Problem.NotFound(new Fault("", "no_such_series", "この定例は見つかりません。", "There is no such series."));

    private static async Task<IResult> Handle(Guid id, Caller caller, RequestsStore store, CancellationToken cancellationToken)
    {
        if (await SeriesFile.FindAsync(store, id, cancellationToken) is not { } file || !caller.MaySee(file.Hospitals))
            return NotFound();
        var title = await store.Texts.AsNoTracking().SingleAsync(text => text.Id == file.Series.TitleId, cancellationToken);
        return Results.Ok(file.View(title.Text));
    }
}
