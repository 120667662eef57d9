using System.Security.Claims;
using Conference.Portal.Access.Users;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Conference.Portal.Access.Provider;

/// <summary>
/// Whose account a person at the provider has. Nobody gets one by signing in: an invited user is recognised by the mail
/// address the first time, and from then on by the provider's own name for the person, which never changes hands.
/// </summary>
internal sealed class ProviderAccounts(UserManager<PortalUser> users, IOptions<ProviderOptions> options)
{
    /// <summary>The user whom the provider has just vouched for; the cookie that says so is used up.</summary>
    public async Task<PortalUser?> TakeAsync(HttpContext context)
    {
        var vouched = await context.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        if (vouched.Principal?.FindFirstValue("sub") is not { Length: > 0 } subject)
            return null;

        return await users.FindByLoginAsync(ProviderSetup.Scheme, subject) ?? await LinkAsync(vouched.Principal, subject);
    }

    private async Task<PortalUser?> LinkAsync(ClaimsPrincipal person, string subject)
    {
        var isVerified = options.Value.TrustsAddresses || string.Equals(person.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase);
        if (!isVerified || person.FindFirstValue("email") is not { Length: > 0 } email || await users.FindByEmailAsync(email) is not { } user)
            return null;
        // One account, one person: a second one with the same address is somebody else.
        if ((await users.GetLoginsAsync(user)).Any(login => login.LoginProvider == ProviderSetup.Scheme))
            return null;

        // The password for the first sign-in has done its work.
        user.MustChoosePassword = false;
        var linked = await users.AddLoginAsync(user, new UserLoginInfo(ProviderSetup.Scheme, subject, options.Value.Name));
        return linked.Succeeded ? user : null;
    }
}
