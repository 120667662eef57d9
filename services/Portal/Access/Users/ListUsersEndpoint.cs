using Conference.Contracts;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Conference.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Portal.Access.Users;

internal static class ListUsersEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/users", Handle)
        .RequirePermission(Permission.ManageUsers)
        .WithSummary("利用者の一覧 · Lists users")
        .Produces<Page<UserView>>()
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> Handle(string? page, string? pageSize, PortalStore store, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        if (faults.Count > 0)
            return Problem.Invalid(faults);
        var users = await store.Users.AsNoTracking().OrderBy(user => user.Name).ThenBy(user => user.Id)
            .Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);
        return Results.Ok(new Page<UserView> { Items = [.. users.Select(UserView.Of)], Total = await store.Users.CountAsync(cancellationToken) });
    }
}
