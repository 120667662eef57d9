using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Requests.Lifecycle.Commands;

namespace Conference.Requests.Acting;

/// <summary>Body of <c>POST /api/conferences/{id}/wait</c>; left out it means to wait.</summary>
internal sealed record WaitBody(bool? Wait);

internal static class WaitEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/conferences/{id:guid}/wait", Handle)
        .RequirePermission(Permission.ManageConferences)
        .WithSummary("Let a conference without a slot wait for one, which is held and announced as soon as it is given back; or wait no longer.")
        .Produces(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> Handle(Guid id, WaitBody? body, Caller caller, ActDesk desk, CancellationToken cancellationToken)
    {
        var (dossier, refusal) = await desk.OpenAsync(id, Act.Wait, caller, cancellationToken);
        if (dossier is null)
            return refusal!;
        var wait = body?.Wait ?? true;
        if (wait && dossier.State is { Slot: not null, Request.Window: null })
            return Problem.Conflict(new Fault("wait", "nothing_to_wait_for", "指定の日時はすでに押さえてあるため、空き待ちはできません。日時を変更してください。", "The time that was fixed is held already; there is nothing to wait for. Choose another time."));
        return await desk.AskAsync(id, new WaitForSlot { ConferenceId = id, By = caller.Name, Wait = wait }, cancellationToken);
    }
}
