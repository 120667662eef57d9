using Conference.Portal.Access.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace Conference.Portal.Access.SignIn;

/// <summary>Sets and changes one's own password; says what is wrong in the reader's language.</summary>
internal sealed class Passwords(UserManager<PortalUser> users, IStringLocalizer<AccessText> text)
{
    /// <summary>Replaces the first password by one of the user's own.</summary>
    public async Task<IReadOnlyCollection<string>> ChooseAsync(PortalUser user, string? password, string? again)
    {
        if (password != again)
            return [text["PasswordsDiffer"]];
        if (await users.CheckPasswordAsync(user, password ?? ""))
            return [text["PasswordSame"]];

        user.MustChoosePassword = false;
        var result = await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password ?? "");
        user.MustChoosePassword = !result.Succeeded;
        return Sentences(result);
    }

    public async Task<IReadOnlyCollection<string>> ChangeAsync(PortalUser user, string? current, string? password, string? again) =>
        password != again ? [text["PasswordsDiffer"]] : Sentences(await users.ChangePasswordAsync(user, current ?? "", password ?? ""));

    private static string[] Sentences(IdentityResult result) => result.Succeeded ? [] : [.. AccountFaults.Of(result).Select(fault => fault.Text)];
}
