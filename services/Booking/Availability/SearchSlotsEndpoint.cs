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

        var (unknown, found) = await snapshots.AnswerAsync(
            search.Criteria, body.ConferenceId, Find, answer => answer.Unknown.Count == 0 && answer.Found.Suggestions.Count > 0, cancellationToken);
        return unknown.Count > 0 ? Problem.Invalid(unknown) : Results.Ok(found);

        (IReadOnlyList<Fault> Unknown, SlotSearchResult Found) Find(NetworkSnapshot network) => (SlotSearchReading.Unknown(search, body, network), finder.Find(search.Criteria, network, search.Limit));
    }
}
