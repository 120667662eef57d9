using System.Security.Claims;
using Conference.Contracts;
using Conference.Portal.Access.Passkeys;
using Conference.Portal.Access.Provider;
using Conference.Portal.Access.Tokens;
using Conference.Portal.Access.Users;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Conference.Portal.Access.SignIn;

/// <summary>
/// The way in: password, then what is still missing (a password of one's own, the second factor), then the session.
/// Between the steps a short-lived cookie says whose password was right; it opens nothing else.
/// </summary>
internal sealed class SignInFlow(
    SignInManager<PortalUser> signIn, UserManager<PortalUser> users, MachineTokens tokens, SignInLog log, ProviderAccounts provided, IHttpContextAccessor contexts, IOptions<AuthOptions> options, IOptions<ProviderOptions> provider)
{
    private HttpContext Context => contexts.HttpContext ?? throw new InvalidOperationException("Signing in needs a request.");

    public async Task<SignInStep> WithPasswordAsync(string? email, string? password)
    {
        if (await users.FindByEmailAsync(email?.Trim() ?? "") is not { } user)
        {
            // As long as for a known address, so that the time does not tell which are known.
            users.PasswordHasher.HashPassword(null!, password ?? "");
            return SignInStep.Refused;
        }

        var result = await signIn.CheckPasswordSignInAsync(user, password ?? "", lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            await log.RefusedAsync(user);
            return result.IsLockedOut ? SignInStep.LockedOut : SignInStep.Refused;
        }

        await Context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, Pending(user));
        return await ContinueAsync(user);
    }

    public async Task<SignInStep> WithTokenAsync(string? text)
    {
        if (await tokens.FindAsync(text ?? "", Context.RequestAborted) is not { } token)
            return SignInStep.Refused;

        await Context.SignInAsync(IdentityConstants.ApplicationScheme, token.ToCaller().ToPrincipal(IdentityConstants.ApplicationScheme));
        await log.EnteredAsync(token.ToCaller());
        return SignInStep.SignedIn;
    }

    /// <summary>A passkey is both factors at once: the device, and the finger or code that opens it.</summary>
    public async Task<SignInStep> WithPasskeyAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential))
            return SignInStep.Refused;
        var assertion = await PasskeyChallenge.AnswerAsync(() => signIn.PerformPasskeyAssertionAsync(credential));
        if (assertion is not { Succeeded: true } || !await signIn.CanSignInAsync(assertion.User))
            return SignInStep.Refused;
        if (await users.IsLockedOutAsync(assertion.User))
            return SignInStep.LockedOut;

        // Its counter tells a copied passkey from the one that was enrolled.
        await users.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await EnterAsync(assertion.User);
        return SignInStep.SignedIn;
    }

    /// <summary>Somebody comes back from the provider, which stands for the password and, where it says so, for the second factor too.</summary>
    public async Task<SignInStep> WithProviderAsync()
    {
        if (await provided.TakeAsync(Context) is not { } user)
            return SignInStep.Refused;
        var isLockedOut = await users.IsLockedOutAsync(user);
        if (isLockedOut || !await signIn.CanSignInAsync(user))
        {
            await log.RefusedAsync(user);
            return isLockedOut ? SignInStep.LockedOut : SignInStep.Refused;
        }

        if (!provider.Value.ChecksSecondFactor)
        {
            await Context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, Pending(user));
            return await ContinueAsync(user);
        }

        await EnterAsync(user);
        return SignInStep.SignedIn;
    }

    public Task<SignInStep> WithCodeAsync(string? code) =>
        WithSecondFactorAsync(() => signIn.TwoFactorAuthenticatorSignInAsync(DigitsOf(code), isPersistent: false, rememberClient: false));

    public Task<SignInStep> WithRecoveryCodeAsync(string? code) =>
        WithSecondFactorAsync(() => signIn.TwoFactorRecoveryCodeSignInAsync((code ?? "").Trim().ToUpperInvariant()));

    /// <summary>Whose password was right, while something is still missing.</summary>
    public async Task<PortalUser?> PendingAsync()
    {
        var user = await signIn.GetTwoFactorAuthenticationUserAsync();
        log.Is(user);
        return user;
    }

    /// <summary>The next step of somebody whose password was right; signs in when nothing is missing.</summary>
    public async Task<SignInStep> ContinueAsync(PortalUser user)
    {
        if (MissingOf(user) is { } missing)
            return missing;

        await EnterAsync(user);
        return SignInStep.SignedIn;
    }

    /// <summary>Begins the session.</summary>
    public async Task EnterAsync(PortalUser user)
    {
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInAsync(user, isPersistent: false);
        await log.EnteredAsync(user.ToCaller());
    }

    /// <summary>The digits of a code, however it was typed: with spaces, or in full width as Japanese keyboards write them.</summary>
    public static string DigitsOf(string? code) => new([.. CompatibilityForm.Of(code ?? "").Where(char.IsAsciiDigit)]);

    public SignInStep? MissingOf(PortalUser user) => user switch
    {
        { MustChoosePassword: true } => SignInStep.ChoosePassword,
        { TwoFactorEnabled: true } => SignInStep.EnterCode,
        { MaySkipSecondFactor: false } when options.Value.RequireSecondFactor => SignInStep.SetUpSecondFactor,
        _ => null,
    };

    private async Task<SignInStep> WithSecondFactorAsync(Func<Task<SignInResult>> signInAsync)
    {
        var user = await PendingAsync();
        var step = StepOf(await signInAsync());
        if (user is not null)
            await (step == SignInStep.SignedIn ? log.EnteredAsync(user.ToCaller()) : log.RefusedAsync(user));
        return step;
    }

    private static SignInStep StepOf(SignInResult result) => result switch
    {
        { Succeeded: true } => SignInStep.SignedIn,
        { IsLockedOut: true } => SignInStep.LockedOut,
        _ => SignInStep.Refused,
    };

    // The claim in which SignInManager looks for the user between the two factors.
    private static ClaimsPrincipal Pending(PortalUser user) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, user.Id.ToString())], IdentityConstants.TwoFactorUserIdScheme));
}
