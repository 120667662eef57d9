using Conference.Contracts;
using Conference.Platform.Authorization;
using Conference.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Portal.Access.Users;

internal static class ListUsersEndpoint
{
    private const int Largest = 1000;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/users", Handle)
        .RequirePermission(Permission.ManageUsers)
        .WithSummary("利用者の一覧 · Lists users")
        .Produces<Page<UserView>>();

    private static async Task<IResult> Handle(PortalStore store, CancellationToken cancellationToken, int page = 1, int pageSize = 100)
    {
        var (skip, take) = (Math.Max(0, page - 1), Math.Clamp(pageSize, 1, Largest));
        var users = await store.Users.AsNoTracking().OrderBy(user => user.Name).ThenBy(user => user.Id)
            .Skip(skip * take).Take(take).ToListAsync(cancellationToken);
        return Results.Ok(new Page<UserView> { Items = [.. users.Select(UserView.Of)], Total = await store.Users.CountAsync(cancellationToken) });
    }
}
