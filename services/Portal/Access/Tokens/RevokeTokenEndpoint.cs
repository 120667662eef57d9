using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Portal.Storage;

namespace Conference.Portal.Access.Tokens;

internal static class RevokeTokenEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapDelete("/api/tokens/{id:guid}", Handle)
        .RequirePermission(Permission.ManageUsers)
        .WithSummary("機械用トークンを失効 · Revokes a machine's token")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, PortalStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await store.Tokens.FindAsync([id], cancellationToken) is not { } token)
            return Problem.NotFound(new Fault("id", "token_not_found", "このトークンは登録されていません。", "There is no such token."));

        token.RevokedAt ??= time.GetUtcNow();
        await store.SaveChangesAsync(cancellationToken);
        return Results.NoContent();
    }
}
