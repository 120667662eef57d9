using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Portal.Access.Users;
using Microsoft.AspNetCore.Identity;

namespace Conference.Portal.Access.Passkeys;

/// <summary>What a browser needs to make a passkey or to sign with one (WebAuthn Level 3, section 5.4 and 5.5); a cookie of minutes remembers the challenge.</summary>
internal static class PasskeyOptionsEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/account/passkeys/options", MakeAsync).RequirePermission(Permission.SignedIn).ReadsOnly().ExcludeFromDescription();
        endpoints.MapPost("/signin/passkey/options", AskAsync).AllowAnonymous().ReadsOnly().ExcludeFromDescription();
    }

    private static async Task<IResult> MakeAsync(Caller caller, UserManager<PortalUser> users, SignInManager<PortalUser> signIn) =>
        await users.FindAsync(caller) is { } user
            ? Json(await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.Name }))
            : Results.NotFound();

    // No user is named: the browser offers whatever passkeys it has for this site.
    private static async Task<IResult> AskAsync(SignInManager<PortalUser> signIn) => Json(await signIn.MakePasskeyRequestOptionsAsync(null));

    private static IResult Json(string options) => Results.Text(options, "application/json");
}
