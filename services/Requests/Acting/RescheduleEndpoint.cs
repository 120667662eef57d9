using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Platform.Time;
using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Requesting;
using Microsoft.AspNetCore.Mvc;

namespace Conference.Requests.Acting;

/// <summary>Body of <c>POST /api/conferences/{id}/reschedule</c>: a slot, or a window.</summary>
internal sealed record RescheduleBody(SlotBody? Slot, WindowBody? Window, HoursBody? Hours, int? DurationMinutes, int? Revision);

internal static class RescheduleEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/conferences/{id:guid}/reschedule", Handle)
        .RequirePermission(Permission.ManageConferences)
        .WithSummary("Ask for another time. The present one is kept until another is held. Repeat with the same Idempotency-Key to be safe.")
        .Produces(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> Handle(
        Guid id, RescheduleBody body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller, ActDesk desk, NetworkTime network, TimeProvider clock, CancellationToken cancellationToken)
    {
        var wish = ActWish.Of(id, Act.Reschedule, body, body.Revision, key, caller);
        var (dossier, answer) = await desk.OpenAsync(id, wish, cancellationToken);
        if (dossier is null)
            return answer!;
        var faults = new FaultList();
        var time = new TimeReading(faults, network, clock.GetUtcNow());
        var duration = body.DurationMinutes is { } minutes ? time.Duration(minutes) : dossier.Request.DurationMinutes;
        var (start, window) = time.When(body.Slot, body.Window);
        var hours = body is { Window: not null, Hours: not null } ? time.Hours(body.Hours, duration) : null;
        if (faults.Any)
            return Problem.Invalid(faults.All);
        var command = new RescheduleConference { ConferenceId = id, By = caller.Name, Start = start, Window = window, Hours = hours, DurationMinutes = body.DurationMinutes };
        return await desk.AskAsync(dossier, wish, command, [], cancellationToken);
    }
}
