using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Requests.Lifecycle.Commands;

namespace Conference.Requests.Acting;

/// <summary>Body of <c>POST /api/conferences/{id}/cancel</c>; may be left out.</summary>
internal sealed record CancelBody(string? Reason);

internal static class CancelEndpoint
{
    private const int MaxReason = 500;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/conferences/{id:guid}/cancel", Handle)
        .RequirePermission(Permission.ManageConferences)
        .WithSummary("Call a conference off.")
        .Produces(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> Handle(Guid id, CancelBody? body, Caller caller, ActDesk desk, CancellationToken cancellationToken)
    {
        var (dossier, refusal) = await desk.OpenAsync(id, Act.Cancel, caller, cancellationToken);
        if (dossier is null)
            return refusal!;
        if (body?.Reason?.Length > MaxReason)
            return Problem.Invalid(new Fault("reason", "reason_too_long", $"理由は {MaxReason} 文字以内にしてください。", $"The reason may have at most {MaxReason} characters."));
        return await desk.AskAsync(id, new CancelConference { ConferenceId = id, By = caller.Name, ReasonId = desk.Keep(id, body?.Reason) }, cancellationToken);
    }
}
