using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Conference.Portal.Access.Users;

/// <summary>A signed-in user is a caller, with the stamp by which a session is ended from outside.</summary>
internal sealed class CallerPrincipalFactory(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<PortalUser>
{
    public Task<ClaimsPrincipal> CreateAsync(PortalUser user)
    {
        var principal = user.ToCaller().ToPrincipal(IdentityConstants.ApplicationScheme);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(options.Value.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp!));
        return Task.FromResult(principal);
    }
}

/// <summary>A disabled user may not sign in.</summary>
internal sealed class EnabledUsers : IUserConfirmation<PortalUser>
{
    public Task<bool> IsConfirmedAsync(UserManager<PortalUser> manager, PortalUser user) => Task.FromResult(user.DisabledAt is null);
}
