using Conference.Platform.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Conference.Portal.Access.Users;

internal static class SignedInUser
{
    /// <summary>The user who calls; null when it is a machine, whose id is no user's.</summary>
    public static async Task<PortalUser?> FindAsync(this UserManager<PortalUser> users, Caller? caller) =>
        Guid.TryParse(caller?.Id, out var id) ? await users.FindByIdAsync(id.ToString()) : null;
}
