using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Conference.Platform.Messaging;
using Conference.Platform.Problems;
using Conference.Requests.Acting;
using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Requesting;
using Conference.Requests.Storage;

namespace Conference.Requests.Series;

/// <summary>Body of <c>POST /api/series/{id}/cancel</c>: which, from which original start on, and why.</summary>
internal sealed record CancelSeriesBody(string? Scope, string? From, string? Reason);

internal static class CancelSeriesEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/series/{id:guid}/cancel", Handle)
        .RequirePermission(Permission.ManageConferences)
        .WithTags("series")
        .WithSummary("Call off one occurrence, it and all after it, or all that are still to come.")
        .Produces<SeriesActed>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, CancelSeriesBody body, Caller caller, SeriesActing acting, ActDesk desk, RequestsStore store, CancellationToken cancellationToken)
    {
        var (file, refusal) = await acting.OpenAsync(id, caller, cancellationToken);
        if (file is null)
            return refusal!;
        var faults = new FaultList();
        var chosen = SeriesActing.Chosen(file, body.Scope, body.From, faults);
        faults.Text("reason", body.Reason, CancelEndpoint.MaxReason, "理由", "The reason");
        if (faults.Any)
            return Problem.Invalid(faults.All);

        var standing = chosen.Where(occurrence => occurrence.IsStanding).ToList();
        if (standing.Count > 0)
            await store.InTransactionAsync(() => WriteAsync(file.Series, standing, body.Reason, caller, acting, desk, store, cancellationToken), cancellationToken);
        return Results.Accepted($"/api/series/{id}", new SeriesActed
        {
            Conferences = standing.Count,
            LeftAlone = [.. chosen.Where(occurrence => occurrence.Conference is not null).Except(standing).Select(occurrence => occurrence.Occurrence.OriginalStart)],
        });
    }

    private static async Task WriteAsync(
        ConferenceSeries series, List<FiledOccurrence> standing, string? reason, Caller caller, SeriesActing acting, ActDesk desk, RequestsStore store, CancellationToken cancellationToken)
    {
        await acting.TakeTurnAsync(series, cancellationToken);
        foreach (var conference in standing.Select(occurrence => occurrence.Conference!.Accepted.ConferenceId))
            await store.PublishAsync(new CancelConference { ConferenceId = conference, By = caller.Name, ReasonId = desk.Keep(conference, reason) }, cancellationToken);
        var (ja, en) = acting.Named(standing);
        acting.Note(series, caller, SeriesWords.Say("cancelled", $"{ja}を中止しました。", $"Called off: {en}."));
    }
}
