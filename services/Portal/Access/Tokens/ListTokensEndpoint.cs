using Conference.Contracts;
using Conference.Platform.Authorization;
using Conference.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Portal.Access.Tokens;

internal static class ListTokensEndpoint
{
    private const int Largest = 1000;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/tokens", Handle)
        .RequirePermission(Permission.ManageUsers)
        .WithSummary("機械用トークンの一覧 · Lists the tokens of machines")
        .Produces<Page<TokenView>>();

    private static async Task<IResult> Handle(PortalStore store, CancellationToken cancellationToken, int page = 1, int pageSize = 100)
    {
        var (skip, take) = (Math.Max(0, page - 1), Math.Clamp(pageSize, 1, Largest));
        var tokens = await store.Tokens.AsNoTracking().OrderByDescending(token => token.CreatedAt).ThenBy(token => token.Id)
            .Skip(skip * take).Take(take).ToListAsync(cancellationToken);
        return Results.Ok(new Page<TokenView> { Items = [.. tokens.Select(TokenView.Of)], Total = await store.Tokens.CountAsync(cancellationToken) });
    }
}
