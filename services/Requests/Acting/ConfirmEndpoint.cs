using Conference.Platform.Authorization;
using Conference.Requests.Lifecycle.Commands;
using Microsoft.AspNetCore.Mvc;

namespace Conference.Requests.Acting;

/// <summary>Body of <c>POST /api/conferences/{id}/confirm</c>; may be left out.</summary>
internal sealed record ConfirmBody(int? Revision);

internal static class ConfirmEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/conferences/{id:guid}/confirm", Handle)
        .RequirePermission(Permission.ManageConferences)
        .WithSummary("Make the time that is held final, whoever has answered. With the revision that was seen, no other time is confirmed.")
        .Produces(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> Handle(
        Guid id, ConfirmBody? body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller, ActDesk desk, CancellationToken cancellationToken)
    {
        var wish = ActWish.Of(id, Act.Confirm, body, body?.Revision, key, caller);
        var (dossier, answer) = await desk.OpenAsync(id, wish, cancellationToken);
        return dossier is null
            ? answer!
            : await desk.AskAsync(dossier, wish, new ConfirmKeptSlot { ConferenceId = id, By = caller.Name, Revision = body?.Revision }, [], cancellationToken);
    }
}
