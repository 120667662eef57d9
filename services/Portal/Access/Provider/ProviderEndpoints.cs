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
        endpoints.MapGet("/signin/provider", GoAsync).AllowAnonymous().WithMetadata(new UnauditedAttribute()).ExcludeFromDescription();
        endpoints.MapGet(Done, EnterAsync).AllowAnonymous().WithMetadata(new UnauditedAttribute()).ExcludeFromDescription();
    }

    private static async Task<IResult> GoAsync(string? returnUrl, HttpContext context, IOptions<ProviderOptions> provider, ILoggerFactory logs)
    {
        try
        {
            await context.ChallengeAsync(ProviderSetup.Scheme, new AuthenticationProperties { RedirectUri = ReturnUrl.With(Done, returnUrl) });
            return Results.Empty;
        }
        catch (InvalidOperationException exception) when (!context.Response.HasStarted)
        {
            logs.CreateLogger(typeof(ProviderEndpoints)).LogWarning(
                "The provider at {Authority} ({Setting}) does not say how to sign in: {Reason}",
                provider.Value.Authority, $"{ProviderOptions.Section}:{nameof(ProviderOptions.Authority)}", exception.GetBaseException().Message);
            return Results.LocalRedirect(Refused);
        }
    }

    private static async Task<IResult> EnterAsync(string? returnUrl, SignInFlow flow) =>
        await flow.WithProviderAsync() is var step && step is SignInStep.Refused or SignInStep.LockedOut
            ? Results.LocalRedirect(Refused)
            : Results.LocalRedirect(ReturnUrl.After(step, returnUrl));
}
