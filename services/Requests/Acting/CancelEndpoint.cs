using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Requesting;
using Microsoft.AspNetCore.Mvc;

namespace Conference.Requests.Acting;

/// <summary>Body of <c>POST /api/conferences/{id}/cancel</c>; may be left out.</summary>
internal sealed record CancelBody(string? Reason, int? Revision);

internal static class CancelEndpoint
{
    public const int MaxReason = 500;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/conferences/{id:guid}/cancel", Handle)
        .RequirePermission(Permission.ManageConferences)
        .WithSummary("Call a conference off.")
        .Produces(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> Handle(
        Guid id, CancelBody? body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller, ActDesk desk, CancellationToken cancellationToken)
    {
        var wish = ActWish.Of(id, Act.Cancel, body, body?.Revision, key, caller);
        var (dossier, answer) = await desk.OpenAsync(id, wish, cancellationToken);
        if (dossier is null)
            return answer!;
        var faults = new FaultList();
        faults.Text("reason", body?.Reason, MaxReason, "理由", "The reason");
        if (faults.Any)
            return Problem.Invalid(faults.All);
        return await desk.AskAsync(dossier, wish, new CancelConference { ConferenceId = id, By = caller.Name, ReasonId = desk.Keep(id, body?.Reason) }, [], cancellationToken);
    }
}
