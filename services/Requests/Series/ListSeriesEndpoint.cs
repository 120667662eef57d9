using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Conference.Requests.Lifecycle;
using Conference.Requests.Storage;
using Conference.Requests.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Series;

internal static class ListSeriesEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/series", Handle)
        .RequirePermission(Permission.ReadConferences)
        .WithTags("series")
        .WithSummary("The series that concern the caller's hospitals, the newest first.")
        .Produces<Page<SeriesListItem>>()
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> Handle(string? page, string? pageSize, Caller caller, RequestsStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);

        var rows = InScope(store, caller.Scope).AsNoTracking();
        var series = await rows.OrderByDescending(row => row.Number).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        var ids = series.ConvertAll(row => (Guid?)row.SeriesId);
        var conferences = (await store.Conferences.AsNoTracking().Where(state => ids.Contains(state.SeriesId))
            .Select(state => new { state.SeriesId, state.CurrentState, state.Slot }).ToListAsync(cancellationToken)).ToLookup(state => state.SeriesId!.Value);
        var now = clock.GetUtcNow();
        return Results.Ok(new Page<SeriesListItem>
        {
            Items = [.. series.Select(row => Line(row, [.. conferences[row.SeriesId].Select(state => (state.CurrentState, state.Slot?.Start))], now))],
            Total = await rows.CountAsync(cancellationToken),
        });
    }

    /// <summary>Whoever may see one of its conferences sees the series: they alone know who takes part now.</summary>
    private static IQueryable<ConferenceSeries> InScope(RequestsStore store, Scope scope)
    {
        if (scope.IsNation)
            return store.Series;
        var seen = ListConferencesEndpoint.InScope(store, scope).Where(request => request.SeriesId != null).Select(request => request.SeriesId);
        return store.Series.Where(series => seen.Contains(series.SeriesId));
    }

    private static SeriesListItem Line(ConferenceSeries series, IReadOnlyList<(string State, DateTimeOffset? Start)> conferences, DateTimeOffset now) => new()
    {
        SeriesId = series.SeriesId,
        Number = series.Number,
        State = SeriesFile.StateOf(series.State, conferences.Select(conference => conference.State)),
        Title = series.Request.Title,
        Kind = series.Request.Kind,
        HostHospitalId = series.Request.HostHospitalId,
        InWords = series.Recurrence.InWords,
        Conferences = conferences.Count(conference => conference.State != nameof(ConferenceLifecycle.Cancelled)),
        Unplaced = conferences.Count(conference => conference.State == nameof(ConferenceLifecycle.Unplaced)),
        Next = conferences.Where(conference => conference.State != nameof(ConferenceLifecycle.Cancelled) && conference.Start > now).Min(conference => conference.Start),
    };
}
