using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Time;
using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Storage;

namespace Conference.Requests.Series;

internal static class ChangeSeriesEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/series/{id:guid}/change", Handle)
        .RequirePermission(Permission.ManageConferences)
        .WithTags("series")
        .WithSummary("Change one occurrence, it and all after it, or all that are still to come. Each keeps its time until the new one is held.")
        .Produces<SeriesActed>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(
        Guid id, ChangeSeriesBody body, Caller caller, SeriesChangeDesk desk, SeriesActing acting, RequestsStore store, NetworkTime network, CancellationToken cancellationToken)
    {
        var (change, refusal) = await desk.PlanAsync(id, body, caller, cancellationToken);
        if (change is null)
            return refusal!;
        if (change.Changed.Count > 0)
            await store.InTransactionAsync(() => WriteAsync(change, body.Scope, caller, acting, store, network, cancellationToken), cancellationToken);
        return Results.Accepted($"/api/series/{id}", new SeriesActed
        {
            Conferences = change.Changed.Count,
            LeftAlone = [.. change.LeftAlone.Select(placed => placed.Occurrence.Occurrence.OriginalStart)],
        });
    }

    private static async Task WriteAsync(
        PlannedChange change, string? scope, Caller caller, SeriesActing acting, RequestsStore store, NetworkTime network, CancellationToken cancellationToken)
    {
        await acting.TakeTurnAsync(change.File.Series, cancellationToken);
        foreach (var (occurrence, to, _) in change.Changed)
        {
            var conference = occurrence.Conference!;
            var request = change.Changing.Apply(conference.Request, to);
            await store.PublishAsync(
                new AmendConference { ConferenceId = conference.Accepted.ConferenceId, By = caller.Name, Request = request, TitleId = conference.State?.TitleId ?? conference.Accepted.ConferenceId },
                cancellationToken);
        }

        if (scope != "this")
            Keep(change, scope == "all", network);
        var stay = change.LeftAlone.Count(placed => placed.Occurrence.IsStanding);
        var ((ja, en), (whatJa, whatEn)) = (acting.Named([.. change.Changed.Select(placed => placed.Occurrence)]), change.Changing.InWords());
        acting.Note(change.File.Series, caller, SeriesWords.Say(
            "changed",
            $"{ja}の変更を依頼しました：{whatJa}{(stay == 0 ? "" : $"（{stay} 回は今のまま）")}",
            $"Change asked for, {en}: {whatEn}{(stay == 0 ? "" : $" ({stay} stay as they are)")}."));
    }

    /// <summary>What the series itself is from here on.</summary>
    private static void Keep(PlannedChange change, bool all, NetworkTime network)
    {
        var (series, changing) = (change.File.Series, change.Changing);
        var start = changing.Moves ? changing.Move(network.ToLocal(series.Request.Start!.Value).DateTime) : (DateTime?)null;
        series.Request = changing.Apply(series.Request, start is { } wall ? network.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall)) : null);
        if (!changing.Moves)
            return;
        var first = all ? change.File.Occurrences[0] : change.Occurrences[0].Occurrence;
        var move = new SeriesMove { From = first.Occurrence.OriginalStart, Day = changing.Day, Time = changing.Time };
        series.Recurrence = SeriesWords.Moved(series.Recurrence, move, first == change.File.Occurrences[0], network);
    }
}
