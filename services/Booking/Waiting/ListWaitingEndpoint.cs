using Conference.Booking.Storage;
using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;

namespace Conference.Booking.Waiting;

/// <summary>Those that wait for a slot and concern the caller's hospitals, in the order in which they are served.</summary>
internal static class ListWaitingEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/slots/waiting", Handle)
        .RequirePermission(Permission.ReadConferences)
        .Produces<Page<WaitingPlace>>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .WithTags("slots")
        .WithSummary("枠の空き待ち · Who waits for a slot, in the order in which they are served");

    private static async Task<IResult> Handle(string? page, string? pageSize, Caller caller, BookingStore store, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);
        var seen = (await WaitingPlaces.ReadAsync(store, cancellationToken)).Where(one => caller.MaySee(one.Waiting)).Select(one => one.Place).ToList();
        return Results.Ok(new Page<WaitingPlace> { Items = [.. seen.Skip(paging.Skip).Take(paging.Size)], Total = seen.Count });
    }
}
