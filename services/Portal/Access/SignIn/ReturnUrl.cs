namespace Conference.Portal.Access.SignIn;

/// <summary>Where to go after signing in: only ever within this site.</summary>
internal static class ReturnUrl
{
    public const string Home = "/";

    public static string Local(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..]
        && !url.Any(char.IsControl)
        && !url.StartsWith("/signin", StringComparison.OrdinalIgnoreCase)
        && !url.StartsWith("/error/", StringComparison.OrdinalIgnoreCase) ? url : Home;

    /// <summary>A page's address that carries the return address on.</summary>
    public static string With(string page, string? url) =>
        Local(url) is var local && local == Home ? page : $"{page}?returnUrl={Uri.EscapeDataString(local)}";

    /// <summary>The page of a step.</summary>
    public static string After(SignInStep step, string? url) => step switch
    {
        SignInStep.ChoosePassword => With("/signin/password", url),
        SignInStep.EnterCode => With("/signin/code", url),
        SignInStep.SetUpSecondFactor => With("/signin/second-factor", url),
        SignInStep.SignedIn => Local(url),
        _ => With("/signin", url),
    };
}
