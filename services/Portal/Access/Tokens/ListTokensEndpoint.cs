using Conference.Contracts;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Conference.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Portal.Access.Tokens;

internal static class ListTokensEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/tokens", Handle)
        .RequirePermission(Permission.ManageUsers)
        .WithSummary("機械用トークンの一覧 · Lists the tokens of machines")
        .Produces<Page<TokenView>>()
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> Handle(string? page, string? pageSize, PortalStore store, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);
        var tokens = await store.Tokens.AsNoTracking().OrderByDescending(token => token.CreatedAt).ThenBy(token => token.Id)
            .Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        return Results.Ok(new Page<TokenView> { Items = [.. tokens.Select(TokenView.Of)], Total = await store.Tokens.CountAsync(cancellationToken) });
    }
}
