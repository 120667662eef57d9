using Conference.Contracts;
using Conference.Contracts.Requests;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Conference.Requests.Lifecycle;
using Conference.Requests.Storage;
using Conference.Requests.Viewing;
using Microsoft.EntityFrameworkCore;

namespace Conference.Requests.Attention;

/// <summary>The conferences that the caller may act on and that wait for a decision: without a slot, or with one that cannot be held as booked.</summary>
internal static class ListAttentionEndpoint
{
    private const string Unplaced = nameof(ConferenceLifecycle.Unplaced);

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/conferences/attention", Handle)
        .RequirePermission(Permission.ManageConferences)
        .WithSummary("Conferences whose coordinator has to decide: those that start first come first, then those without a time.")
        .Produces<Page<AttentionItem>>()
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> Handle(string? page, string? pageSize, Caller caller, RequestsStore store, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);

        var open = await (from conference in store.Conferences.AsNoTracking()
                          join request in ListConferencesEndpoint.InScope(store, caller.Scope).AsNoTracking() on conference.CorrelationId equals request.ConferenceId
                          where conference.CurrentState == Unplaced || conference.Disruption != null
                          select new { request, conference }).ToListAsync(cancellationToken);
        var items = open
            .Where(row => caller.May(Permission.ManageConferences, row.conference.Request.HostHospitalId))
            .OrderBy(row => row.conference.Slot?.Start ?? DateTimeOffset.MaxValue).ThenBy(row => row.conference.Number, StringComparer.Ordinal)
            .ToList();
        return Results.Ok(new Page<AttentionItem> { Items = [.. items.Skip(paging.Skip).Take(paging.Size).Select(row => Item(new Dossier(row.request, row.conference)))], Total = items.Count });
    }

    private static AttentionItem Item(Dossier dossier)
    {
        var state = dossier.State!;
        return new AttentionItem
        {
            Conference = ListConferencesEndpoint.Line(dossier),
            // What is in the way says more than that something is.
            Why = state.Disruption?.Explanation.Blocking is [var first, ..] ? first : (state.Disruption?.Explanation ?? state.Explanation)?.Summary ?? Why.NoSlot,
            Waiting = state.Waits(),
            Disrupted = state.Disruption is not null,
        };
    }
}
