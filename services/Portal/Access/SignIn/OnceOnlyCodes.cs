using Conference.Portal.Access.Users;
using Microsoft.AspNetCore.Identity;

namespace Conference.Portal.Access.SignIn;

/// <summary>Codes of authenticator apps (RFC 6238), each taken once (section 5.2), which Identity's own provider leaves open.</summary>
internal sealed class OnceOnlyCodes(TimeProvider time) : AuthenticatorTokenProvider<PortalUser>
{
    // Identity takes codes two steps of 30 s early or late.
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(3);

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<PortalUser> manager, PortalUser user)
    {
        var now = time.GetUtcNow();
        if (user.LastCode == token && user.LastCodeAt > now - Validity)
            return false;
        if (!await base.ValidateAsync(purpose, token, manager, user))
            return false;

        user.LastCode = token;
        user.LastCodeAt = now;
        // Two requests with one code at the same moment: the store's concurrency stamp lets one through.
        return (await manager.UpdateAsync(user)).Succeeded;
    }
}
