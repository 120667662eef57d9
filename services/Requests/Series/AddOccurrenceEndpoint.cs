using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Platform.Time;
using Conference.Platform.Time.Recurring;
using Conference.Requests.Requesting;
using Conference.Requests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Series;

/// <summary>Body of <c>POST /api/series/{id}/occurrences</c>: a fixed start with its offset.</summary>
internal sealed record AddOccurrenceBody(string? Start);

/// <summary>One more date for a series that is running, beside its rule (RDATE): asked for as the others are now.</summary>
internal static class AddOccurrenceEndpoint
{
    private static readonly Fault Exists = new("start", "occurrence_exists", "この日時の回はすでにあります。", "There is an occurrence at this time already.");

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/series/{id:guid}/occurrences", Handle)
        .RequirePermission(Permission.ManageConferences)
        .WithTags("series")
        .WithSummary("Ask for one more occurrence, beside the rule. The same start is not added twice.")
        .Produces<ConferenceAccepted>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> Handle(
        Guid id, AddOccurrenceBody body, Caller caller, SeriesActing acting, RequestDesk requests, RequestsStore store, NetworkTime network, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (file, refusal) = await acting.OpenAsync(id, caller, cancellationToken);
        if (file is null)
            return refusal!;
        if (file.Series.State != SeriesState.Running)
            return Problem.Conflict(new Fault("", "series_not_running", "全回の枠を確保している途中か、確保できなかった定例には追加できません。", "Nothing can be added while a series is being held as a whole, or after that has failed."));
        var faults = new FaultList();
        var start = new TimeReading(faults, network, clock.GetUtcNow()).Start("start", body.Start, "開始日時", "the start", "start_in_past");
        if (start is not null && file.Occurrences.Any(occurrence => occurrence.Occurrence.OriginalStart == start || occurrence.Start == start))
            return Problem.Invalid(Exists);
        if (file.Occurrences.Count >= Recurrence.MostTimes)
            faults.Add("", "too_many_occurrences", $"定例は {Recurrence.MostTimes} 回までです。", $"A series has at most {Recurrence.MostTimes} occurrences.");
        if (faults.Any)
            return Problem.Invalid(faults.All);

        var title = await store.Texts.AsNoTracking().SingleAsync(text => text.Id == file.Series.TitleId, cancellationToken);
        var request = file.Series.Request with { Title = title.Text, Start = start, Window = null };
        AcceptedRequest? accepted = null;
        try
        {
            await store.InTransactionAsync(async () => accepted = await WriteAsync(file.Series, request, caller, requests, store, network, acting, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two clicks at once: the other one has added it.
            if (await store.Occurrences.AnyAsync(occurrence => occurrence.SeriesId == id && occurrence.OriginalStart == start, cancellationToken))
                return Problem.Invalid(Exists);
            throw;
        }

        var warnings = await requests.TimeWarningsAsync(request, cancellationToken);
        return Results.Accepted($"/api/conferences/{accepted!.ConferenceId}", new ConferenceAccepted { ConferenceId = accepted.ConferenceId, Number = accepted.Number, Warnings = warnings });
    }

    private static async Task<AcceptedRequest> WriteAsync(
        ConferenceSeries series, ConferenceRequest request, Caller caller, RequestDesk requests, RequestsStore store, NetworkTime network, SeriesActing acting, CancellationToken cancellationToken)
    {
        await acting.TakeTurnAsync(series, cancellationToken);
        var start = request.Start!.Value;
        var accepted = await requests.AddAsync(request, caller, series.SeriesId, awaitsSeries: false, cancellationToken);
        store.Add(new SeriesOccurrence { SeriesId = series.SeriesId, OriginalStart = start, ConferenceId = accepted.ConferenceId, Note = SeriesWords.Of(PlannedFate.Extra) });
        series.Recurrence = series.Recurrence with { Extra = [.. series.Recurrence.Extra, network.ToLocal(start).DateTime] };
        var day = network.DayOf(start);
        acting.Note(series, caller, SeriesWords.Say("added", $"{day.Year}年{day.Month}月{day.Day}日の回を追加しました。", $"Added: {day:yyyy-MM-dd}."));
        return accepted;
    }
}
