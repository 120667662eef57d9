using Conference.Platform.Authorization;
using Conference.Portal.Access.Users;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Conference.Portal.Access.SignIn;

internal static class SignOutEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/sign-out", Handle)
        .RequirePermission(Permission.SignedIn)
        .WithMetadata(new RequireAntiforgeryTokenAttribute())
        .ExcludeFromDescription();

    private static async Task<IResult> Handle(SignInManager<PortalUser> signIn)
    {
        await signIn.SignOutAsync();
        return Results.LocalRedirect("/signin");
    }
}
