using Conference.Platform.Audit;
using Conference.Portal.Access.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Conference.Portal.Access.Provider;

/// <summary>To the provider and back. In between the handler takes the code, checks the token and remembers the person in a short-lived cookie.</summary>
internal static class ProviderEndpoints
{
    public const string Refused = "/signin?refused=provider";

    private const string Done = "/signin/provider/done";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<ProviderOptions>>().Value.Authority is null)
            return;
        endpoints.MapGet("/signin/provider", Go).AllowAnonymous().WithMetadata(new UnauditedAttribute()).ExcludeFromDescription();
        endpoints.MapGet(Done, EnterAsync).AllowAnonymous().WithMetadata(new UnauditedAttribute()).ExcludeFromDescription();
    }

    private static IResult Go(string? returnUrl) =>
        Results.Challenge(new AuthenticationProperties { RedirectUri = ReturnUrl.With(Done, returnUrl) }, [ProviderSetup.Scheme]);

    private static async Task<IResult> EnterAsync(string? returnUrl, SignInFlow flow) =>
        await flow.WithProviderAsync() is var step && step is SignInStep.Refused or SignInStep.LockedOut
            ? Results.LocalRedirect(Refused)
            : Results.LocalRedirect(ReturnUrl.After(step, returnUrl));
}
