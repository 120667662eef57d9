using Conference.Contracts.Booking;
using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;

namespace Conference.Booking.Availability;

internal static class SearchSlotsEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/api/slots/search", Handle)
        .RequirePermission(Permission.SearchSlots)
        .ReadsOnly()
        .Produces<SlotSearchResult>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .WithTags("slots")
        .WithSummary("開催候補の検索 · Ranked slots with reasons, or why there is none");

    private static async Task<IResult> Handle(SlotSearchBody body, SlotSearchReading reading, SnapshotReader snapshots, SlotFinder finder, CancellationToken cancellationToken)
    {
        var (search, faults) = reading.Read(body);
        if (search is null)
            return Problem.Invalid(faults);

        var network = await snapshots.ReadAsync(search.Criteria, body.ConferenceId, cancellationToken);
        if (SlotSearchReading.Unknown(search, body, network) is { Count: > 0 } unknown)
            return Problem.Invalid(unknown);

        var found = finder.Find(search.Criteria, network, search.Limit);
        // Memory may be a moment behind: it never says no.
        if (found.Suggestions.Count == 0)
            found = finder.Find(search.Criteria, await snapshots.ReadStoreAsync(search.Criteria, body.ConferenceId, cancellationToken), search.Limit);
        return Results.Ok(found);
    }
}
