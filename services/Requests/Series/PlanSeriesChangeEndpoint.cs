using Conference.Contracts.Requests;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;

namespace Conference.Requests.Series;

internal static class PlanSeriesChangeEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/series/{id:guid}/change/dry-run", Handle)
        .RequirePermission(Permission.ManageConferences)
        .ReadsOnly()
        .WithTags("series")
        .WithSummary("What a change would do, date by date: where each would move, and which would be left alone and why.")
        .Produces<SeriesChangePlan>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, ChangeSeriesBody body, Caller caller, SeriesChangeDesk desk, CancellationToken cancellationToken)
    {
        var (change, refusal) = await desk.PlanAsync(id, body, caller, cancellationToken);
        return change is null ? refusal! : Results.Ok(new SeriesChangePlan { Occurrences = [.. change.Occurrences.Select(placed => View(placed, change.Changing))] });
    }

    private static PlannedOccurrenceChange View(PlacedOccurrence placed, SeriesChanging changing) => new()
    {
        OriginalStart = placed.Occurrence.Occurrence.OriginalStart,
        ConferenceId = placed.Occurrence.Conference!.Accepted.ConferenceId,
        Start = placed.Occurrence.Start,
        Request = placed.Stays is null ? changing.Apply(placed.Occurrence.Conference.Request, placed.To ?? placed.Occurrence.Start) : null,
        Stays = placed.Stays,
    };
}
