using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Conference.Requests.Lifecycle;
using Conference.Requests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Conference.Requests.Viewing;

internal static class ListStuckConferencesEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/conferences/stuck", Handle)
        .RequirePermission(Permission.ReadOperations)
        .WithSummary("Conferences that wait longer than they should; the sweep asks again for them by itself.")
        .Produces<Page<StuckConference>>()
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> Handle(string? page, string? pageSize, RequestsStore store, IOptions<RequestsOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);

        var since = clock.GetUtcNow() - options.Value.StuckAfter;
        var stuck = store.Conferences.AsNoTracking().Where(state => state.PendingSince < since || state.NextMoment < since);
        var shown = await stuck.OrderBy(state => state.Number).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        return Results.Ok(new Page<StuckConference> { Items = [.. shown.Select(state => Item(state, since))], Total = await stuck.CountAsync(cancellationToken) });
    }

    private static StuckConference Item(ConferenceState state, DateTimeOffset since) => new()
    {
        ConferenceId = state.CorrelationId,
        Number = state.Number,
        State = state.CurrentState,
        WaitingSince = state.PendingSince < since ? state.PendingSince : null,
        MissedMoment = state.NextMoment < since ? state.NextMoment : null,
    };
}
