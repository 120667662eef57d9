using Conference.Platform.Authorization;
using Conference.Requests.Lifecycle.Commands;

namespace Conference.Requests.Acting;

internal static class ConfirmEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/conferences/{id:guid}/confirm", Handle)
        .RequirePermission(Permission.ManageConferences)
        .WithSummary("Make the time that is held final, whoever has answered.")
        .Produces(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> Handle(Guid id, Caller caller, ActDesk desk, CancellationToken cancellationToken)
    {
        var (dossier, refusal) = await desk.OpenAsync(id, Act.Confirm, caller, cancellationToken);
        return dossier is null
            ? refusal!
            : await desk.AskAsync(id, new ConfirmKeptSlot { ConferenceId = id, By = caller.Name }, cancellationToken);
    }
}
