using Conference.Platform.Authorization;
using Conference.Platform.Problems;

namespace Conference.Portal.Access.Users;

/// <summary>Who is invited.</summary>
internal sealed record UserInvitation(string? Name, string? Email, string? Role, string? Scope);

/// <summary>The invited user, with the password for the first sign-in: it is shown this once.</summary>
internal sealed record InvitedUser(Guid Id, string Password);

internal static class InviteUserEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/api/users", Handle)
        .RequirePermission(Permission.ManageUsers)
        .WithSummary("利用者を招待 · Invites a user")
        .Produces<InvitedUser>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> Handle(UserInvitation invitation, UserAccounts accounts, CancellationToken cancellationToken)
    {
        var (invited, faults) = await accounts.InviteAsync(invitation, cancellationToken);
        return invited is null ? Problem.Invalid(faults) : Results.Created($"/api/users/{invited.Id}", invited);
    }
}
