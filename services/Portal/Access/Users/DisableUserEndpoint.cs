using Conference.Platform.Authorization;
using Conference.Platform.Problems;

namespace Conference.Portal.Access.Users;

internal static class DisableUserEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/api/users/{id:guid}/disable", Handle)
        .RequirePermission(Permission.ManageUsers)
        .WithSummary("利用者を無効化 · Takes a user's access away")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> Handle(Guid id, Caller caller, UserAccounts accounts)
    {
        if (caller.Id == id.ToString())
            return Problem.Conflict(new Fault("id", "cannot_disable_oneself", "自分自身を無効にすることはできません。", "You cannot disable yourself."));
        return await accounts.DisableAsync(id)
            ? Results.NoContent()
            : Problem.NotFound(new Fault("id", "user_not_found", "この利用者は登録されていません。", "There is no such user."));
    }
}
