using Conference.Portal.Access.Users;
using Microsoft.AspNetCore.Identity;

namespace Conference.Portal.Access.Passkeys;

/// <summary>One's own passkeys: what the browser made is checked and kept, or removed.</summary>
internal sealed class OwnPasskeys(SignInManager<PortalUser> signIn, UserManager<PortalUser> users)
{
    public const int Most = 10;

    public Task<IList<UserPasskeyInfo>> OfAsync(PortalUser user) => users.GetPasskeysAsync(user);

    /// <returns>Whether it was kept.</returns>
    public async Task<bool> AddAsync(PortalUser user, string? credential)
    {
        if (string.IsNullOrEmpty(credential) || (await OfAsync(user)).Count >= Most)
            return false;
        if (await PasskeyChallenge.AnswerAsync(() => signIn.PerformPasskeyAttestationAsync(credential)) is not { Succeeded: true } result)
            return false;
        // The challenge was for whoever is signed in, and nobody else.
        return result.UserEntity.Id == user.Id.ToString() && (await users.AddOrUpdatePasskeyAsync(user, result.Passkey)).Succeeded;
    }

    public async Task RemoveAsync(PortalUser user, byte[] credentialId) => await users.RemovePasskeyAsync(user, credentialId);
}
