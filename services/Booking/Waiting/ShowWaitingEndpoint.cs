using Conference.Booking.Storage;
using Conference.Contracts.Booking;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;

namespace Conference.Booking.Waiting;

/// <summary>The place of one conference among those that wait.</summary>
internal static class ShowWaitingEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/slots/waiting/{conferenceId:guid}", Handle)
        .RequirePermission(Permission.ReadConferences)
        .Produces<WaitingPlace>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .WithTags("slots")
        .WithSummary("空き待ちの順番 · The place of a conference among those that wait");

    private static async Task<IResult> Handle(Guid conferenceId, Caller caller, BookingStore store, CancellationToken cancellationToken)
    {
        var places = await WaitingPlaces.ReadAsync(store, cancellationToken);
        return places.FirstOrDefault(one => one.Waiting.ConferenceId == conferenceId && caller.MaySee(one.Waiting)).Place is { } place
            ? Results.Ok(place)
            : Problem.NotFound(new Fault("conferenceId", "not_waiting", "この会議は空き待ちをしていません。", "This conference waits for no slot."));
    }
}
